import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { EmptyState } from '#components/EmptyState.tsx'
import { plain } from '#components/filter-options.ts'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { SearchField } from '#components/SearchField.tsx'
import { Sentence, slot } from '#components/Sentence.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { neutralTarget } from '#components/targets.ts'
import { useAsk } from '#components/use-ask.ts'
import { ago } from '#components/when.ts'
import type { GroupId, OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { type GroupsOfOutlet, groupsOf } from '#lib/store/queries/groups-of.ts'
import { tallies } from '#lib/store/queries/outlet-counts.ts'
import { say } from '#lib/words/say.ts'
import { AccountRow } from './AccountRow.tsx'
import { MissingLine } from './MissingLine.tsx'
import { OutletSelect } from './OutletSelect.tsx'
import type { Panel } from './use-panel.ts'
import { WhyHere } from './WhyHere.tsx'

/** Product groups → accounts of the live chart, those that block most first. */
export function AccountsTab({
  outlets,
  outletId,
  panel,
}: {
  outlets: readonly Outlet[]
  outletId: OutletId
  panel: Panel
}) {
  const { store } = useSurface()
  const [search, setSearch] = useState('')
  const known = useLiveQuery(() => groupsOf(store, outletId), [store, outletId])
  const wanted = new Set(panel.from.groupIds)
  const words = plain(search).split(/\s+/).filter(Boolean)
  const shown =
    known?.groups.filter(({ id, name, account, entry }) => {
      const text = plain(`${name} ${account ?? ''} ${entry?.name ?? ''}`)
      return (wanted.size === 0 || wanted.has(id)) && words.every(word => text.includes(word))
    }) ?? []
  const listWaiting = (groupId: GroupId) => {
    const statuses = [...tallies.missing]
    panel.go({ ...neutralTarget, tab: 'invoices', outletId, groupIds: [groupId], statuses })
  }
  return (
    <>
      <div className="flex flex-col gap-2 p-3">
        <WhyHere panel={panel} things="product group" />
        <MissingLine outletId={outletId} panel={panel} />
        <div className="flex gap-2">
          <OutletSelect outlets={outlets} value={outletId} onChoose={panel.choose} />
          <SearchField
            label={say('panel.search-groups')}
            value={search}
            onChange={setSearch}
            className="flex-1"
          />
        </div>
        {known && <ChartAge known={known} />}
      </div>
      <div className="min-h-48 flex-1 overflow-y-auto border-t border-line bg-raised">
        {known && known.outlet.connection === null && <NotConnected />}
        {known?.outlet.connection && shown.length === 0 && (
          <EmptyState title={say(known.groups.length === 0 ? 'panel.no-groups-seen' : 'panel.no-group-fits')}>
            <p>{say(known.groups.length === 0 ? 'panel.groups-come' : 'panel.try-another')}</p>
          </EmptyState>
        )}
        {known?.outlet.connection && (
          <ul aria-label={say('panel.product-groups')}>
            {shown.map(group => (
              <AccountRow
                key={group.id}
                group={group}
                outletId={outletId}
                lists={known.lists}
                onList={() => listWaiting(group.id)}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

/** How old the chart is, and its refresh. */
function ChartAge({ known: { outlet, lists } }: { known: GroupsOfOutlet }) {
  const { busy, outcome, send } = useAsk()
  if (outlet.connection === null) return null
  return (
    <>
      {outlet.exporter === 'foodrazor' && (
        <p className="rounded-md bg-sunk px-2 py-1 text-sm">{say('panel.foodrazor-exports')}</p>
      )}
      <div className="flex items-center gap-2 text-sm text-muted">
        <p className="min-w-0 flex-1">
          <Sentence
            words={
              lists
                ? say('panel.accounts-read', {
                    organisation: slot('organisation'),
                    ago: ago(lists.fetchedAt),
                  })
                : say('panel.accounts-not-read', { organisation: slot('organisation') })
            }
            slots={{ organisation: <bdi>{outlet.connection.organisation}</bdi> }}
          />
        </p>
        <Button
          look="quiet"
          busy={busy !== null}
          onClick={() => void send('refresh-lists', { outletId: outlet.id })}
        >
          {say('panel.refresh')}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
    </>
  )
}

function NotConnected() {
  const { openOptions } = useSurface()
  const { busy, outcome, send } = useAsk()
  return (
    <EmptyState
      title={say('panel.not-connected')}
      actions={
        <>
          <Button look="primary" busy={busy !== null} onClick={() => void send('sign-in', {})}>
            {say('panel.connect-ledger')}
          </Button>
          <Button onClick={() => void openOptions()}>{say('panel.choose-organisation')}</Button>
        </>
      }
    >
      <p>{say('panel.not-connected-says')}</p>
      <OutcomeLine outcome={outcome} className="mt-2 text-left" />
    </EmptyState>
  )
}
