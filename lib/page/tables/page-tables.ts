import { z } from 'zod'
import { TableColumn } from '../profile.ts'

/** What a table is: an invoice's lines, the products of the catalogue, or an outlet's accounts. */
export const TableKind = z.enum(['lines', 'products', 'accounts'])
export type TableKind = z.infer<typeof TableKind>

const shown = z.string().max(2000)

/** What a page that is no list of invoices shows, as it is written; the worker knows whose it is. */
export const PageTables = z.object({
  /** What its headings say: an invoice's number, an outlet's name. */
  headings: z.array(shown).max(20),
  tables: z
    .array(z.object({ kind: TableKind, rows: z.array(z.partialRecord(TableColumn, shown)).max(2000) }))
    .max(10),
  /** What the field of the export mode says; null where there is none. */
  exportMode: shown.nullable(),
  /** Where the bills lie to which the invoice has gone. */
  bills: z.array(z.string().max(4000)).max(20),
})
export type PageTables = z.infer<typeof PageTables>
