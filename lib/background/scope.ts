import type { Status } from '#lib/domain/assessment.ts'
import type { RequestOf } from '#lib/messages.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import type { Store } from '#lib/store/open.ts'

/** The invoices of a status within a scope; null means all. */
export async function inScope(
  store: Store,
  { outletIds, invoiceIds }: RequestOf<'export-ready'>,
  status: Status,
): Promise<InvoiceRow[]> {
  if (invoiceIds !== null) {
    const rows = (await store.invoices.bulkGet(invoiceIds)).filter(row => row !== undefined)
    return rows.filter(
      row => row.status === status && (outletIds === null || outletIds.includes(row.outletId)),
    )
  }
  const outlets = outletIds ?? (await store.outlets.toCollection().primaryKeys())
  return store.invoices
    .where('[outletId+status]')
    .anyOf(outlets.map(outlet => [outlet, status]))
    .toArray()
}
