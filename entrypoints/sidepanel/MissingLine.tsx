import { useLiveQuery } from 'dexie-react-hooks'
import { Fragment } from 'react'
import { Sentence, slot } from '#components/Sentence.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { neutralTarget } from '#components/targets.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import { countIn } from '#lib/store/queries/count-in.ts'
import { tallies } from '#lib/store/queries/outlet-counts.ts'
import { sayCount } from '#lib/words/say.ts'
import type { Panel } from './use-panel.ts'

const lacks = {
  'missing-product-group': 'panel.lack-group',
  'missing-account': 'panel.lack-account',
} as const satisfies Record<(typeof tallies.missing)[number], string>

/** How many invoices lack a product group and how many an account: each leads to exactly them. */
export function MissingLine({ outletId, panel }: { outletId: OutletId | null; panel: Panel }) {
  const { store } = useSurface()
  const counts = useLiveQuery(
    () =>
      Promise.all(
        tallies.missing.map(async status => ({ status, count: await countIn(store, status, outletId) })),
      ),
    [store, outletId],
  )
  const some = counts?.filter(({ count }) => count > 0) ?? []
  if (some.length === 0) return null
  return (
    <p className="numbers text-sm text-muted">
      {some.map(({ status, count }, index) => (
        <Fragment key={status}>
          {index > 0 && ' · '}
          <Sentence
            words={sayCount(lacks[status], count, { invoices: slot('invoices') })}
            slots={{
              invoices: (
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    panel.go({ ...neutralTarget, tab: 'invoices', outletId, statuses: [status] })
                  }
                >
                  {sayCount('common.invoices', count)}
                </button>
              ),
            }}
          />
        </Fragment>
      ))}
    </p>
  )
}
