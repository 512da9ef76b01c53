import type { ActivityRow } from './database.ts'
import type { Store } from './open.ts'

/** What happened, before the store gives it a number. */
export type Happened = Pick<ActivityRow, 'at' | 'kind' | 'text'> &
  Partial<Pick<ActivityRow, 'outletId' | 'invoiceId' | 'undo'>>

/** Writes lines of the activity log, in order. */
export async function logActivity(store: Store, ...happened: readonly Happened[]): Promise<void> {
  await store.activity.bulkAdd(
    happened.map(({ outletId = null, invoiceId = null, undo = null, ...rest }) => ({
      ...rest,
      outletId,
      invoiceId,
      undo: undo !== null && undo.length > 0 ? undo : null,
      undone: 0 as const,
    })),
  )
}
