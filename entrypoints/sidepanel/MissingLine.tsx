import { useLiveQuery } from 'dexie-react-hooks'
import { counted } from '#components/counted.ts'
import { useSurface } from '#components/SurfaceContext.tsx'
import { neutralTarget, tabTarget } from '#components/targets.ts'
import type { Status } from '#lib/domain/assessment.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import { countIn } from '#lib/store/queries/count-in.ts'
import type { Panel } from './use-panel.ts'

/** How many invoices lack a product group and how many an account: each leads to them, and to where it is mended. */
export function MissingLine({
  outletId,
  here,
  panel,
}: {
  outletId: OutletId | null
  /** Which of the two this tab mends. */
  here: 'products' | 'accounts'
  panel: Panel
}) {
  const { store } = useSurface()
  const counts = useLiveQuery(
    async () => ({
      products: await countIn(store, 'missing-product-group', outletId),
      accounts: await countIn(store, 'missing-account', outletId),
    }),
    [store, outletId],
  )
  if (!counts || counts.products + counts.accounts === 0) return null
  const list = (status: Status) =>
    panel.go({ ...neutralTarget, tab: 'invoices', outletId, statuses: [status] })
  const other = here === 'products' ? 'accounts' : 'products'
  return (
    <p className="numbers flex flex-wrap items-baseline gap-x-1 text-sm text-muted">
      {(['products', 'accounts'] as const)
        .filter(part => counts[part] > 0)
        .map((part, index) => (
          <span key={part}>
            {index > 0 && '· '}
            <button
              type="button"
              className="text-accent hover:underline"
              onClick={() => list(part === 'products' ? 'missing-product-group' : 'missing-account')}
            >
              {counted(counts[part], 'invoice')}
            </button>
            {` ${counts[part] === 1 ? 'lacks' : 'lack'} ${part === 'products' ? 'a product group' : 'an account'}`}
          </span>
        ))}
      {counts[other] > 0 && (
        <button
          type="button"
          className="ml-auto text-accent hover:underline"
          onClick={() => panel.go(tabTarget(other, outletId))}
        >
          {other === 'accounts' ? 'Map accounts' : 'Assign products'}
        </button>
      )}
    </p>
  )
}
