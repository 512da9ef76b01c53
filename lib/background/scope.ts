import type { Status } from '#lib/domain/assessment.ts'
import type { RequestOf } from '#lib/messages.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import type { Store } from '#lib/store/open.ts'
import { withStatus } from '#lib/store/summary.ts'

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
  return withStatus(store, outlets, status)
}
