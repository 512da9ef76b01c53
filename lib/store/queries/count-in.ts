import type { Status } from '../../domain/assessment.ts'
import type { OutletId } from '../../domain/ids.ts'
import type { Store } from '../open.ts'

/** How many invoices of an outlet (null: of all) have a status, by index. */
export function countIn(store: Store, status: Status, outletId: OutletId | null): Promise<number> {
  return outletId === null
    ? store.invoices.where('status').equals(status).count()
    : store.invoices.where('[outletId+status]').equals([outletId, status]).count()
}
