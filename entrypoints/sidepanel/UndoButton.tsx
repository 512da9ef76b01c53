import { useLiveQuery } from 'dexie-react-hooks'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { Asking } from '#components/use-ask.ts'
import type { ActivityRow } from '#lib/store/database.ts'
import type { Store } from '#lib/store/open.ts'
import { say } from '#lib/words/say.ts'

/** Takes back what was just done; what was done in several outlets, in all of them, the last first. */
export function UndoButton({
  activities,
  nameOf = () => '',
  asking,
}: {
  activities: readonly ActivityRow[]
  /** In which outlet each was done, where that is more than one. */
  nameOf?: (outletId: ActivityRow['outletId']) => string
  asking: Asking
}) {
  const { store } = useSurface()
  const ids = activities.map(({ id }) => id)
  const left = useLiveQuery(() => stillDone(store, ids), [store, ids.join()], activities)
  if (left.length === 0) return null
  const undo = () =>
    asking.sendEach(
      'undo',
      [...left].reverse().map(({ id, outletId }) => ({ about: nameOf(outletId), data: { activityId: id } })),
    )
  return (
    <button
      type="button"
      disabled={asking.busy !== null}
      onClick={() => void undo()}
      className="shrink-0 font-medium link"
    >
      {say('common.undo')}
    </button>
  )
}

/** Of several, one may not have been taken back: that one is offered again, and no other. */
async function stillDone(store: Store, ids: readonly number[]): Promise<readonly ActivityRow[]> {
  const rows = await store.activity.bulkGet([...ids])
  return rows.flatMap(row => (row?.undone === 0 ? [row] : []))
}
