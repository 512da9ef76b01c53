import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { EmptyState } from '#components/EmptyState.tsx'
import { filterOptions } from '#components/filter-options.ts'
import { SearchField } from '#components/SearchField.tsx'
import { Select } from '#components/Select.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { suppliersOf } from '#lib/store/queries/suppliers-of.ts'
import { createContactSuggester } from '#lib/suggest/suggest-contact.ts'
import { say } from '#lib/words/say.ts'
import { Section } from './Section.tsx'
import { SupplierRow } from './SupplierRow.tsx'

/** More are found by searching. */
const drawn = 100

/** Which contact of the ledger each supplier is. */
export function SuppliersSection({ outlets }: { outlets: readonly Outlet[] }) {
  const { store } = useSurface()
  const [chosen, choose] = useState<OutletId | null>(null)
  const [search, setSearch] = useState('')
  const outletId = chosen ?? (outlets.find(({ connection }) => connection) ?? outlets[0])?.id
  const known = useLiveQuery(
    async () => (outletId === undefined ? undefined : await suppliersOf(store, outletId)),
    [store, outletId],
  )
  const suggest = useMemo(() => createContactSuggester(known?.known ?? []), [known])
  if (outletId === undefined) return null
  const found = filterOptions(known?.suppliers ?? [], search)
  const rows = found.flatMap(({ id }) => known?.suppliers.find(supplier => supplier.id === id) ?? [])
  const unlinked = known?.suppliers.filter(({ contactId }) => contactId === null).length ?? 0
  return (
    <Section title={say('options.suppliers')} says={say('options.suppliers-say')}>
      <div className="flex gap-2">
        <Select
          label={say('common.outlet')}
          hideLabel
          value={outletId}
          onChange={id => choose(outlets.find(outlet => outlet.id === id)?.id ?? null)}
          className="w-60"
        >
          {outlets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <SearchField
          label={say('common.search-suppliers')}
          value={search}
          onChange={setSearch}
          className="flex-1"
        />
      </div>
      {known && known.suppliers.length === 0 && (
        <EmptyState title={say('options.no-supplier')}>
          <p>{say('options.no-supplier-says')}</p>
        </EmptyState>
      )}
      {known && known.suppliers.length > 0 && (
        <table className="w-full table-fixed border-collapse">
          <caption className="numbers pb-1 text-left text-sm text-muted">
            {known.outlet.connection === null
              ? say('options.connect-outlet')
              : say('options.not-linked', { count: unlinked, total: known.suppliers.length })}
          </caption>
          <thead>
            <tr className="border-b border-line text-left text-sm text-muted">
              <th scope="col" className="w-1/2 py-1 font-normal">
                {say('common.supplier')}
              </th>
              <th scope="col" className="py-1 font-normal">
                {say('options.contact-in-ledger')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn).map(supplier => (
              <SupplierRow
                key={supplier.id}
                supplier={supplier}
                outlet={known.outlet}
                contacts={known.contacts}
                suggestion={supplier.contactId === null ? suggest(supplier) : null}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > drawn && (
        <p className="text-sm text-muted">{say('options.search-more', { count: rows.length - drawn })}</p>
      )}
    </Section>
  )
}
