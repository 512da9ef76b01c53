import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { EmptyState } from '#components/EmptyState.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { useAsk } from '#components/use-ask.ts'
import { ago, momentOf } from '#components/when.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { ActivityRow } from '#lib/store/database.ts'
import { activityLog } from '#lib/store/queries/activity-log.ts'
import { say } from '#lib/words/say.ts'
import { OutletSelect } from './OutletSelect.tsx'
import { UndoButton } from './UndoButton.tsx'
import type { Panel } from './use-panel.ts'

const page = 50

/** What was done, newest first; whatever changed the mapping can be taken back. */
export function ActivityTab({
  outlets,
  outletId,
  panel,
}: {
  outlets: readonly Outlet[]
  outletId: OutletId | null
  panel: Panel
}) {
  const { store } = useSurface()
  const [count, setCount] = useState(page)
  const rows = useLiveQuery(() => activityLog(store, outletId, count), [store, outletId, count])
  const names = new Map(outlets.map(({ id, name }) => [id, name]))
  return (
    <div className="flex flex-col gap-2 p-3">
      <OutletSelect all outlets={outlets} value={outletId} onChoose={panel.choose} />
      {rows?.length === 0 && (
        <EmptyState title={say('panel.nothing-done')}>
          <p>{say('panel.nothing-done-says')}</p>
        </EmptyState>
      )}
      <ul aria-label={say('panel.activity')}>
        {rows?.map(row => (
          <ActivityLine
            key={row.id}
            row={row}
            outlet={outletId === null && row.outletId !== null ? (names.get(row.outletId) ?? null) : null}
          />
        ))}
      </ul>
      {rows && rows.length === count && (
        <Button className="self-center" onClick={() => setCount(count + page)}>
          {say('panel.show-more')}
        </Button>
      )}
    </div>
  )
}

function ActivityLine({ row, outlet }: { row: ActivityRow; outlet: string | null }) {
  const asking = useAsk()
  return (
    <li className="flex flex-col gap-1 border-b border-line/60 py-2">
      <div className="flex items-start gap-2">
        <p className={`min-w-0 flex-1 wrap-anywhere ${row.undone === 1 ? 'text-muted line-through' : ''}`}>
          {row.text}
        </p>
        {row.undo !== null && row.undone === 0 && <UndoButton activities={[row]} asking={asking} />}
        {row.undone === 1 && <span className="shrink-0 text-sm text-muted">{say('panel.undone')}</span>}
      </div>
      <p className="flex gap-2 text-sm text-muted">
        <time dateTime={row.at} title={momentOf(row.at)} className="shrink-0">
          {ago(row.at)}
        </time>
        {outlet !== null && <bdi className="one-line min-w-0">{outlet}</bdi>}
      </p>
      <OutcomeLine outcome={asking.outcome} />
    </li>
  )
}
