import { useLiveQuery } from 'dexie-react-hooks'
import { BackButton } from '#components/BackButton.tsx'
import { InvoiceList } from '#components/InvoiceList.tsx'
import { listTitle } from '#components/list-title.ts'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { PanelTarget } from '#lib/messages.ts'
import type { Store } from '#lib/store/open.ts'
import { listedInvoices } from '#lib/store/queries/listed-invoices.ts'
import { groupsWithoutAccount, productsWithoutGroup } from '#lib/store/queries/waiting-for.ts'
import { language, say } from '#lib/words/say.ts'
import { OutletSelect } from './OutletSelect.tsx'
import type { Panel } from './use-panel.ts'

/** The invoices behind a number, over the panel's tabs, of one outlet or of all. */
export function ListScreen({
  list,
  outlets,
  panel,
}: {
  list: PanelTarget
  outlets: readonly Outlet[]
  panel: Panel
}) {
  const { store } = useSurface()
  const { statuses = [], outletId, productIds, groupIds } = list
  const names = useLiveQuery(() => namesIn(store, list), [store, list])
  const title = listTitle(statuses)
  return (
    <section aria-label={title} className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-3">
      <div className="flex items-center gap-2">
        <BackButton onClick={panel.back} />
        <h2 className="one-line min-w-0 flex-1 font-semibold" title={title}>
          {title}
        </h2>
      </div>
      {outlets.length > 1 && (
        // A column, in which the select's own width is its height.
        <div className="flex">
          <OutletSelect
            all
            outlets={outlets}
            value={outletId}
            onChoose={next => panel.go({ ...list, outletId: next })}
          />
        </div>
      )}
      {names && names.length > 0 && (
        <p className="rounded-md bg-sunk px-2 py-1 text-sm wrap-anywhere">
          {say('panel.wait-for', { names: new Intl.ListFormat(language()).format(names) })}
        </p>
      )}
      <InvoiceList listed={{ statuses, outletId, productIds, groupIds }} onTarget={panel.go} />
    </section>
  )
}

/** What the invoices of the list wait for, where it was asked for by name. */
async function namesIn(store: Store, { statuses = [], outletId, productIds, groupIds }: PanelTarget) {
  if (productIds.length + groupIds.length === 0) return []
  const rows = await listedInvoices(store, { statuses, outletId, productIds, groupIds })
  const things = rows.flatMap(({ assessment }) => [
    ...productsWithoutGroup(assessment).filter(({ id }) => productIds.includes(id)),
    ...groupsWithoutAccount(assessment).filter(({ id }) => groupIds.includes(id)),
  ])
  return [...new Set(things.map(({ name }) => `“${name}”`))]
}
