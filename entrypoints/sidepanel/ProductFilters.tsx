import { useEffect, useRef } from 'react'
import { SearchField } from '#components/SearchField.tsx'
import { Select } from '#components/Select.tsx'
import type { OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'
import { type Order, orders, type ProductFilter } from './narrow-products.ts'
import { OutletSelect } from './OutletSelect.tsx'

/** What a person may narrow by hand; the products that were clicked elsewhere come on top. */
export type Filter = Omit<ProductFilter, 'ids'>

/** Outlet, supplier, search, order, and ticking all that is shown. A slash leads to the search from anywhere. */
export function ProductFilters({
  outlets,
  outletId,
  onOutlet,
  suppliers,
  filter,
  onFilter,
  shown,
  ticked,
  onTickAll,
}: {
  outlets: readonly Outlet[]
  outletId: OutletId | null
  onOutlet: (outletId: OutletId | null) => void
  suppliers: readonly string[]
  filter: Filter
  onFilter: (filter: Filter) => void
  /** How many products are shown, and how many of them are ticked. */
  shown: number
  ticked: number
  onTickAll: () => void
}) {
  const search = useRef<HTMLInputElement>(null)
  const allTicked = shown > 0 && ticked === shown

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

  return (
    <>
      <div className="flex gap-2">
        <OutletSelect all={outlets.length > 1} outlets={outlets} value={outletId} onChoose={onOutlet} />
        <Select
          label={say('common.supplier')}
          hideLabel
          value={filter.supplier ?? ''}
          onChange={supplier => onFilter({ ...filter, supplier: supplier === '' ? null : supplier })}
          className="flex-1"
        >
          <option value="">{say('panel.all-suppliers')}</option>
          {suppliers.map(name => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </div>
      <div className="flex gap-2">
        <SearchField
          ref={search}
          label={say('panel.search-products')}
          value={filter.search}
          onChange={text => onFilter({ ...filter, search: text })}
        />
        <Select
          label={say('panel.order')}
          hideLabel
          value={filter.order}
          onChange={order => onFilter({ ...filter, order: order as Order })}
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
            disabled={shown === 0}
            ref={node => {
              if (node) node.indeterminate = !allTicked && ticked > 0
            }}
            onChange={onTickAll}
          />
          {say('panel.all-shown', { count: shown })}
        </label>
        <label className="flex items-center gap-1.5">
          <input
            type="checkbox"
            className="size-4"
            checked={filter.onlyBlocking}
            onChange={event => onFilter({ ...filter, onlyBlocking: event.target.checked })}
          />
          {say('panel.only-blocking')}
        </label>
      </div>
    </>
  )
}
