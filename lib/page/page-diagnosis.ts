import { z } from 'zod'
import { Column } from './profile.ts'

const count = z.int().min(0)

/** What a script found in one document of a page. Of values the shape alone is told: `XXX-000`. */
export const PageDiagnosis = z.object({
  language: z.string().max(100),
  /** It stands in a frame of the page. */
  isFrame: z.boolean(),
  shadowRoots: count,
  frames: count,
  /** What was put into it by us, as a count of elements. */
  ours: count,
  /** The header cells of each list that has a status, known or not. */
  heads: z
    .array(
      z.object({
        labels: z.array(z.string().max(200)).max(60),
        columns: z.partialRecord(Column, z.string().max(200)),
      }),
    )
    .max(10),
  /** Null where no list of invoices was found. */
  list: z
    .object({
      parts: count,
      /** What a row is, such as `<tr>` or `<div role="row">`. */
      row: z.string().max(100),
      rows: count,
      /** How many of them show something in the column. */
      shown: z.partialRecord(z.enum(['number', 'supplier', 'date', 'total']), count),
      clouds: z.array(z.object({ says: z.string().max(600), rows: count })).max(20),
      examples: z.array(z.partialRecord(Column, z.string().max(100))).max(3),
    })
    .nullable(),
})
export type PageDiagnosis = z.infer<typeof PageDiagnosis>
