import { useLiveQuery } from 'dexie-react-hooks'
import { EmptyState } from '#components/EmptyState.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { failuresByCause } from '#lib/store/queries/failures-by-cause.ts'
import { say } from '#lib/words/say.ts'
import { CauseCard } from './CauseCard.tsx'
import { OutletSelect } from './OutletSelect.tsx'
import type { Panel } from './use-panel.ts'

/** What failed or would fail, by cause: one explanation and one fix, however many invoices it stops. */
export function FailuresTab({
  outlets,
  outletId,
  panel,
}: {
  outlets: readonly Outlet[]
  outletId: OutletId | null
  panel: Panel
}) {
  const { store } = useSurface()
  const causes = useLiveQuery(() => failuresByCause(store, outletId), [store, outletId])
  return (
    <div className="flex flex-col gap-3 p-3">
      <OutletSelect all outlets={outlets} value={outletId} onChoose={panel.choose} />
      {causes?.length === 0 && (
        <EmptyState title={say('panel.nothing-failed')}>
          <p>{say('panel.nothing-failed-says')}</p>
        </EmptyState>
      )}
      {causes?.map(cause => (
        <CauseCard key={`${cause.code} ${cause.beforehand}`} cause={cause} onTarget={panel.go} />
      ))}
    </div>
  )
}
