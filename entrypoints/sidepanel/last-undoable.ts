import type { Store } from '#lib/store/open.ts'

/** The number of the activity written last, if it can be taken back: what an Undo beside a result undoes. */
export async function lastUndoable(store: Store): Promise<number | null> {
  const last = await store.activity.orderBy('id').last()
  return last && last.undo !== null && last.undone === 0 ? last.id : null
}
