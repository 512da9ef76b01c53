import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Select } from '#components/Select.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { Connection } from '#lib/domain/connection.ts'
import { type ExportMode, modesFor, type Outlet } from '#lib/domain/outlet.ts'
import type { Outcome, RequestOf } from '#lib/messages.ts'
import { ConfirmSwitch } from './ConfirmSwitch.tsx'
import { DefaultAccount } from './DefaultAccount.tsx'
import { PostingChoices } from './PostingChoices.tsx'
import { TrackingSelect } from './TrackingSelect.tsx'

export type OutletChange = Omit<RequestOf<'set-outlet'>, 'outletId'>

const modeWords: Record<ExportMode, { name: string; says: string }> = {
  manual: { name: 'Manual', says: 'Nothing is exported until someone clicks.' },
  'product-groups-required': {
    name: 'Product groups required (recommended)',
    says: 'An invoice exports by itself once every product has a group and every group an account.',
  },
  automatic: {
    name: 'Automatic',
    says: 'Every completed invoice exports by itself; what has no account goes to the default account, or to a draft line without one.',
  },
}

/** One outlet: its organisation, who exports, and how. */
export function OutletCard({
  outlet,
  connections,
  busy,
  outcome,
  onChange,
}: {
  outlet: Outlet
  connections: readonly Connection[]
  busy: boolean
  outcome: Outcome | null
  onChange: (change: OutletChange) => void
}) {
  const { store } = useSurface()
  const [switching, switchTo] = useState<Outlet['exporter'] | null>(null)
  const connectionId = outlet.connection?.id
  const lists = useLiveQuery(
    async () => (connectionId ? ((await store.lists.get(connectionId))?.lists ?? null) : null),
    [store, connectionId],
  )
  const modes = modesFor(outlet.connection?.ledger ?? null)
  const of = `for ${outlet.name}`
  const known = connections.some(({ id }) => id === connectionId)
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-raised p-3">
      <h3 className="font-semibold">
        <bdi>{outlet.name}</bdi>
        {outlet.currency && <span className="font-normal text-muted">{` · ${outlet.currency}`}</span>}
      </h3>
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
        <Select
          label="Organisation"
          labelEnd={of}
          value={connectionId ?? ''}
          disabled={busy}
          onChange={id => onChange({ connectionId: id === '' ? null : id })}
        >
          <option value="">{connections.length === 0 ? 'Sign in to choose one' : 'None'}</option>
          {outlet.connection && !known && (
            <option value={outlet.connection.id}>{`${outlet.connection.organisation} (expired)`}</option>
          )}
          {connections.map(({ id, organisation, state }) => (
            <option key={id} value={id}>
              {state === 'connected' ? organisation.name : `${organisation.name} (expired)`}
            </option>
          ))}
        </Select>
        <Select
          label="Who exports"
          labelEnd={of}
          value={outlet.exporter}
          disabled={busy}
          hint={
            outlet.connection === null
              ? `Clearcloud can export once the outlet has an organisation: ${connections.length === 0 ? 'sign in first' : 'choose one first'}.`
              : undefined
          }
          onChange={exporter => switchTo(exporter === 'clearcloud' ? 'clearcloud' : 'foodrazor')}
        >
          <option value="foodrazor">Foodrazor’s own integration</option>
          <option value="clearcloud" disabled={outlet.connection === null}>
            Clearcloud
          </option>
        </Select>
        <div className="flex flex-col gap-1">
          <Select
            label="Order export mode"
            labelEnd={of}
            value={outlet.mode}
            disabled={busy}
            onChange={mode => {
              const chosen = modes.find(known => known === mode)
              if (chosen) onChange({ mode: chosen })
            }}
          >
            {modes.map(mode => (
              <option key={mode} value={mode}>
                {modeWords[mode].name}
              </option>
            ))}
          </Select>
          <p className="text-sm text-muted">
            {modeWords[outlet.mode].says}
            {outlet.connection?.ledger === 'quickbooks' &&
              ' QuickBooks needs every product mapped, so Automatic is not offered.'}
          </p>
        </div>
        {lists && <DefaultAccount outlet={outlet} lists={lists} disabled={busy} onChange={onChange} />}
        {lists && lists.tracking.length > 0 && (
          <TrackingSelect outlet={outlet} lists={lists} disabled={busy} onChange={onChange} />
        )}
      </div>
      {lists && <PostingChoices outlet={outlet} lists={lists} disabled={busy} onChange={onChange} />}
      <OutcomeLine outcome={outcome} />
      <ConfirmSwitch
        outlet={outlet}
        to={switching}
        onCancel={() => switchTo(null)}
        onConfirm={exporter => {
          switchTo(null)
          onChange({ exporter })
        }}
      />
    </li>
  )
}
