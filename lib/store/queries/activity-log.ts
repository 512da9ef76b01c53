import type { OutletId } from '../../domain/ids.ts'
import type { ActivityRow } from '../database.ts'
import type { Store } from '../open.ts'

/** What was done last, newest first; of one outlet (with what concerns all of them), or of all (null). */
export function activityLog(store: Store, outletId: OutletId | null, count: number): Promise<ActivityRow[]> {
  const log = store.activity.orderBy('id').reverse()
  const own = outletId === null ? log : log.filter(row => row.outletId === outletId || row.outletId === null)
  return own.limit(count).toArray()
}
