import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Select } from '#components/Select.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { Connection } from '#lib/domain/connection.ts'
import { type ExportMode, modesFor, type Outlet } from '#lib/domain/outlet.ts'
import type { Outcome, RequestOf } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { ConfirmSwitch } from './ConfirmSwitch.tsx'
import { DefaultAccount } from './DefaultAccount.tsx'
import { PostingChoices } from './PostingChoices.tsx'
import { TrackingSelect } from './TrackingSelect.tsx'

export type OutletChange = Omit<RequestOf<'set-outlet'>, 'outletId'>

const modeWords: Record<ExportMode, { name: string; says: string }> = {
  manual: { name: say('options.manual'), says: say('options.manual-says') },
  'product-groups-required': {
    name: say('options.groups-required'),
    says: say('options.groups-required-says'),
  },
  automatic: {
    name: say('options.automatic'),
    says: say('options.automatic-says'),
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
  const of = say('options.for-outlet', { outlet: outlet.name })
  const known = connections.some(({ id }) => id === connectionId)
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-raised p-3">
      <h3 className="font-semibold">
        <bdi>{outlet.name}</bdi>
        {outlet.currency && <span className="font-normal text-muted">{` · ${outlet.currency}`}</span>}
      </h3>
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
        <Select
          label={say('options.organisation')}
          labelEnd={of}
          value={connectionId ?? ''}
          disabled={busy}
          onChange={id => onChange({ connectionId: id === '' ? null : id })}
        >
          <option value="">
            {say(connections.length === 0 ? 'options.sign-in-to-choose' : 'common.none')}
          </option>
          {outlet.connection && !known && (
            <option value={outlet.connection.id}>
              {say('options.expired', { organisation: outlet.connection.organisation })}
            </option>
          )}
          {connections.map(({ id, organisation, state }) => (
            <option key={id} value={id}>
              {state === 'connected'
                ? organisation.name
                : say('options.expired', { organisation: organisation.name })}
            </option>
          ))}
        </Select>
        <Select
          label={say('options.who-exports')}
          labelEnd={of}
          value={outlet.exporter}
          disabled={busy}
          hint={
            outlet.connection === null
              ? say(connections.length === 0 ? 'options.can-export-sign-in' : 'options.can-export-choose')
              : undefined
          }
          onChange={exporter => switchTo(exporter === 'clearcloud' ? 'clearcloud' : 'foodrazor')}
        >
          <option value="foodrazor">{say('options.foodrazor-own')}</option>
          <option value="clearcloud" disabled={outlet.connection === null}>
            Clearcloud
          </option>
        </Select>
        <div className="flex flex-col gap-1">
          <Select
            label={say('options.mode')}
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
            {outlet.connection?.ledger === 'quickbooks' && say('options.no-automatic')}
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
