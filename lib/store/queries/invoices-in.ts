import type { Status } from '../../domain/assessment.ts'
import type { OutletId } from '../../domain/ids.ts'
import type { InvoiceRow } from '../database.ts'
import type { Store } from '../open.ts'

/** The invoices of an outlet (null: of all) with one of these statuses, oldest first. */
export async function invoicesIn(
  store: Store,
  statuses: readonly Status[],
  outletId: OutletId | null,
): Promise<InvoiceRow[]> {
  const rows =
    outletId === null
      ? await store.invoices.where('status').anyOf(statuses).toArray()
      : await store.invoices
          .where('[outletId+status]')
          .anyOf(statuses.map(status => [outletId, status]))
          .toArray()
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number.localeCompare(b.number)))
}
