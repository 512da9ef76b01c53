import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { EmptyState } from '#components/EmptyState.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { neutralTarget } from '#components/targets.ts'
import { useAsk } from '#components/use-ask.ts'
import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { tallies } from '#lib/store/queries/outlet-counts.ts'
import { productsOf } from '#lib/store/queries/products-of.ts'
import { say } from '#lib/words/say.ts'
import { AssignBar } from './AssignBar.tsx'
import { MissingLine } from './MissingLine.tsx'
import { narrowProducts } from './narrow-products.ts'
import { type Filter, ProductFilters } from './ProductFilters.tsx'
import { ProductGrid } from './ProductGrid.tsx'
import { useAssign } from './use-assign.ts'
import type { Panel } from './use-panel.ts'
import { useSuggestions } from './use-suggestions.ts'
import { useTicks } from './use-ticks.ts'
import { WhyHere } from './WhyHere.tsx'

/** Products → groups, many at once, those that block most first; of one outlet or of all together. */
export function ProductsTab({
  outlets,
  outletId,
  panel,
}: {
  outlets: readonly Outlet[]
  /** Null: all of them together. */
  outletId: OutletId | null
  panel: Panel
}) {
  const { store } = useSurface()
  const asking = useAsk()
  const [filter, setFilter] = useState<Filter>({
    search: '',
    supplier: null,
    onlyBlocking: panel.from.statuses !== undefined,
    order: 'impact',
  })
  const worked = outlets.filter(({ id }) => outletId === null || id === outletId)
  // The names come anew with every count; only other outlets are another question.
  const key = worked.map(({ id }) => id).join('\n')
  const outletIds = useMemo(() => key.split('\n') as OutletId[], [key])
  const known = useLiveQuery(() => productsOf(store, outletIds), [store, outletIds])
  const ids = panel.from.productIds
  const shown = useMemo(
    () => (known ? narrowProducts(known.products, { ...filter, ids }) : []),
    [known, filter, ids],
  )
  const shownIds = useMemo(() => shown.map(({ id }) => id), [shown])
  const ticks = useTicks(shownIds)
  const suggest = useSuggestions(known?.products)
  const suppliers = useMemo(() => suppliersIn(known?.products ?? []), [known])
  const { planFor, assign, create, undoable } = useAssign(worked, ticks, asking)
  const groups = known?.groups ?? []
  const accept = (productId: ProductId, groupId: GroupId) => {
    const group = groups.find(({ id }) => id === groupId)
    if (group) void assign([productId], group)
  }
  const listWaiting = ({ id }: { id: ProductId }) => {
    const statuses = [...tallies.missing]
    panel.go({ ...neutralTarget, tab: 'invoices', outletId, productIds: [id], statuses })
  }
  const suggested = new Set(
    shown.filter(({ id }) => ticks.ticked.has(id)).map(product => suggest(product)?.groupId ?? null),
  )
  const [common = null] = suggested.size === 1 ? suggested : []
  const visible = shownIds.filter(id => ticks.ticked.has(id)).length

  return (
    <>
      <div className="flex flex-col gap-2 p-3">
        <WhyHere panel={panel} things="product" />
        <MissingLine outletId={outletId} panel={panel} />
        <ProductFilters
          outlets={outlets}
          outletId={outletId}
          onOutlet={panel.choose}
          suppliers={suppliers}
          filter={filter}
          onFilter={setFilter}
          shown={shown.length}
          ticked={visible}
          onTickAll={ticks.toggleAll}
        />
      </div>
      {known && shown.length === 0 ? (
        <div className="flex-1 border-y border-line bg-raised">
          <EmptyState
            title={say(known.products.length === 0 ? 'panel.no-products-seen' : 'panel.no-product-fits')}
          >
            <p>
              {known.products.length === 0
                ? say('panel.products-come')
                : filter.onlyBlocking
                  ? say('panel.none-blocks')
                  : say('panel.try-another')}
            </p>
          </EmptyState>
        </div>
      ) : (
        <ProductGrid
          products={shown}
          ticks={ticks}
          suggest={suggest}
          onAccept={(product, { groupId }) => accept(product.id, groupId)}
          onList={listWaiting}
        />
      )}
      <AssignBar
        outlets={worked}
        ticked={ticks.ticked.size}
        hidden={ticks.ticked.size - visible}
        groups={groups}
        parts={known?.parts ?? new Map()}
        suggested={common}
        planFor={planFor}
        asking={asking}
        undoable={undoable}
        onCreate={create}
        onAssign={group => void assign([...ticks.ticked], group)}
      />
    </>
  )
}

function suppliersIn(products: readonly { supplier: string | null }[]): string[] {
  const names = new Set(products.flatMap(({ supplier }) => supplier ?? []))
  return [...names].sort((a, b) => a.localeCompare(b))
}
