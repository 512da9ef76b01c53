import type { Page } from 'puppeteer'
import { z } from 'zod'

/** What reading a page comes to, in numbers. */
export const PageContract = z.object({
  /** Where it was recorded, in words. */
  of: z.string(),
  headers: z.array(z.string()),
  rows: z.number(),
  /** Rows in which a column is empty, by column. */
  empty: z.record(z.string(), z.number()),
  clouds: z.record(z.string(), z.number()),
})
export type PageContract = z.infer<typeof PageContract>

const Read = z.object({
  found: z.boolean(),
  headers: z.array(z.string()),
  rows: z.array(
    z.object({
      number: z.string(),
      supplier: z.string(),
      type: z.string(),
      date: z.string(),
      total: z.string(),
      cloud: z.string(),
    }),
  ),
})

/** @param reader the script that gives a page `readInvoices()` */
export async function readContract(page: Page, reader: string): Promise<Omit<PageContract, 'of'>> {
  await page.evaluate(reader)
  const { headers, rows } = Read.parse(await page.evaluate('readInvoices()'))
  const columns = ['number', 'supplier', 'type', 'date', 'total'] as const
  const counts = (values: readonly string[]) =>
    Object.fromEntries(
      [...Map.groupBy(values, value => value)].map(([value, all]) => [value, all.length]).sort(),
    )
  return {
    headers,
    rows: rows.length,
    empty: counts(rows.flatMap(row => columns.filter(column => row[column] === ''))),
    clouds: counts(rows.map(({ cloud }) => cloud)),
  }
}
