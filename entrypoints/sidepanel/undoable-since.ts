import type { ActivityRow } from '#lib/store/database.ts'
import type { Store } from '#lib/store/open.ts'

/** The number of the activity written last; 0 before the first. */
export async function lastActivity(store: Store): Promise<number> {
  return (await store.activity.orderBy('id').last())?.id ?? 0
}

/** The activities of a kind written after `since` that can be taken back: what an Undo beside a result undoes. */
export async function undoableSince(
  store: Store,
  since: number,
  kind: ActivityRow['kind'],
): Promise<ActivityRow[]> {
  const rows = await store.activity.where('id').above(since).toArray()
  return rows.filter(row => row.kind === kind && row.undo !== null && row.undone === 0)
}
