import type { ExportRow, InvoiceRow } from '../database.ts'
import type { Store } from '../open.ts'

export interface RecentExport {
  record: ExportRow
  invoice: InvoiceRow
}

/** The exports that changed last, newest first, with their invoices. */
export async function recentExports(store: Store, count: number): Promise<RecentExport[]> {
  const records = await store.exports.orderBy('updatedAt').reverse().limit(count).toArray()
  const invoices = await store.invoices.bulkGet(records.map(record => record.invoiceId))
  return records.flatMap((record, index) => {
    const invoice = invoices[index]
    return invoice ? [{ record, invoice }] : []
  })
}
