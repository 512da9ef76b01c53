import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '#components/EmptyState.tsx'
import { SearchField } from '#components/SearchField.tsx'
import { Select } from '#components/Select.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { useAsk } from '#components/use-ask.ts'
import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { productsOf } from '#lib/store/queries/products-of.ts'
import { unlocksByAssigning } from '#lib/suggest/unlocks.ts'
import { AssignBar } from './AssignBar.tsx'
import { lastUndoable } from './last-undoable.ts'
import { narrowProducts, type Order, orders, type ProductFilter } from './narrow-products.ts'
import { OutletSelect } from './OutletSelect.tsx'
import { ProductGrid } from './ProductGrid.tsx'
import type { Panel } from './use-panel.ts'
import { useSuggestions } from './use-suggestions.ts'
import { useTicks } from './use-ticks.ts'
import { WhyHere } from './WhyHere.tsx'

/** Products → groups, many at once, those that block most first. */
export function ProductsTab({
  outlets,
  outletId,
  panel,
}: {
  outlets: readonly Outlet[]
  outletId: OutletId
  panel: Panel
}) {
  const { store } = useSurface()
  const asking = useAsk()
  const search = useRef<HTMLInputElement>(null)
  const [undoable, setUndoable] = useState<number | null>(null)
  const [filter, setFilter] = useState<Omit<ProductFilter, 'ids'>>({
    search: '',
    supplier: null,
    onlyBlocking: false,
    order: 'impact',
  })
  const known = useLiveQuery(() => productsOf(store, outletId), [store, outletId])
  const ids = panel.from.productIds
  const shown = useMemo(
    () => (known ? narrowProducts(known.products, { ...filter, ids }) : []),
    [known, filter, ids],
  )
  const shownIds = useMemo(() => shown.map(({ id }) => id), [shown])
  const ticks = useTicks(shownIds)
  const suggest = useSuggestions(known?.products)
  const suppliers = useMemo(() => suppliersIn(known?.products ?? []), [known])
  const outlet = outlets.find(({ id }) => id === outletId)

  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
      if (event.key !== '/' || (typing && (event.target as HTMLInputElement).type !== 'checkbox')) return
      event.preventDefault()
      search.current?.focus()
    }
    document.addEventListener('keydown', focusSearch)
    return () => document.removeEventListener('keydown', focusSearch)
  }, [])

  const assign = async (productIds: ProductId[], groupId: GroupId) => {
    setUndoable(null)
    const reply = await asking.send('assign-group', { outletId, productIds, groupId })
    if (!reply.ok) return
    setUndoable(await lastUndoable(store))
    ticks.clear()
  }
  const suggested = new Set(
    shown.filter(({ id }) => ticks.ticked.has(id)).map(product => suggest(product)?.groupId ?? null),
  )
  const [common = null] = suggested.size === 1 ? suggested : []
  const allTicked = shown.length > 0 && shown.every(({ id }) => ticks.ticked.has(id))
  const visible = shownIds.filter(id => ticks.ticked.has(id)).length

  return (
    <>
      <div className="flex flex-col gap-2 p-3">
        <WhyHere panel={panel} things="product" />
        <div className="flex gap-2">
          <OutletSelect outlets={outlets} value={outletId} onChoose={panel.choose} />
          <Select
            label="Supplier"
            hideLabel
            value={filter.supplier ?? ''}
            onChange={supplier => setFilter({ ...filter, supplier: supplier === '' ? null : supplier })}
            className="flex-1"
          >
            <option value="">All suppliers</option>
            {suppliers.map(name => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </div>
        <div className="flex gap-2">
          <SearchField
            ref={search}
            label="Search products ( / )"
            value={filter.search}
            onChange={text => setFilter({ ...filter, search: text })}
          />
          <Select
            label="Order"
            hideLabel
            value={filter.order}
            onChange={order => setFilter({ ...filter, order: order as Order })}
            className="w-30 shrink-0"
          >
            {Object.entries(orders).map(([order, words]) => (
              <option key={order} value={order}>
                {words}
              </option>
            ))}
          </Select>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <label className="numbers flex items-center gap-1.5">
            <input
              type="checkbox"
              className="size-4"
              checked={allTicked}
              disabled={shown.length === 0}
              ref={node => {
                if (node) node.indeterminate = !allTicked && visible > 0
              }}
              onChange={ticks.toggleAll}
            />
            {`All ${shown.length} shown`}
          </label>
          <label className="flex items-center gap-1.5">
            <input
              type="checkbox"
              className="size-4"
              checked={filter.onlyBlocking}
              onChange={event => setFilter({ ...filter, onlyBlocking: event.target.checked })}
            />
            Only what blocks an invoice
          </label>
        </div>
      </div>
      {known && shown.length === 0 ? (
        <div className="min-h-0 flex-1 border-y border-line bg-raised">
          <EmptyState title={known.products.length === 0 ? 'No products seen yet' : 'No product fits'}>
            <p>
              {known.products.length === 0
                ? 'Products come with the invoices that Foodrazor’s page shows, and with its catalogue.'
                : filter.onlyBlocking
                  ? 'No product of this kind blocks an invoice.'
                  : 'Try another word, or show everything.'}
            </p>
          </EmptyState>
        </div>
      ) : (
        <ProductGrid
          products={shown}
          ticks={ticks}
          suggest={suggest}
          onAccept={(product, { groupId }) => void assign([product.id], groupId)}
        />
      )}
      <AssignBar
        outletId={outletId}
        ticked={ticks.ticked.size}
        hidden={ticks.ticked.size - visible}
        groups={known?.groups ?? []}
        withAccount={known?.withAccount ?? new Set()}
        suggested={common}
        unlocks={groupId =>
          unlocksByAssigning(
            known?.yellow ?? [],
            ticks.ticked,
            outlet?.exporter === 'foodrazor' || known?.withAccount.has(groupId) === true,
          )
        }
        asking={asking}
        undoable={undoable}
        onAssign={groupId => void assign([...ticks.ticked], groupId)}
      />
    </>
  )
}

function suppliersIn(products: readonly { supplier: string | null }[]): string[] {
  const names = new Set(products.flatMap(({ supplier }) => supplier ?? []))
  return [...names].sort((a, b) => a.localeCompare(b))
}
