import type { MappingChange } from '#lib/domain/mapping.ts'
import { everyOutlet } from '#lib/store/mapping.ts'
import type { Store } from '#lib/store/open.ts'
import { readSetting } from '#lib/store/settings.ts'
import type { Handler } from './app.ts'
import type { Backup } from './backup.ts'

/** Mapping and settings as JSON for a file. The token stays here. */
export const exportData: Handler<'export-data'> = async ({ store, clock }) => {
  const outlets = await store.outlets.toArray()
  const backup: Backup = {
    clearcloud: 1,
    writtenAt: clock(),
    server: await readSetting(store, 'server'),
    outlets: outlets.map(({ id, name, exporter, mode, defaultAccount, tracking, posting }) => {
      return { id, name, exporter, mode, defaultAccount, tracking, posting }
    }),
    mapping: await wholeMapping(store),
  }
  return { text: `${JSON.stringify(backup, null, 2)}\n` }
}

/** The whole mapping as changes that would make it, groups before what names them. */
async function wholeMapping(store: Store): Promise<MappingChange[]> {
  const [groups, products, accounts, contacts] = await Promise.all([
    store.groups.toArray(),
    store.productGroups.toArray(),
    store.groupAccounts.toArray(),
    store.supplierContacts.toArray(),
  ])
  return [
    ...groups
      .filter(({ outletId }) => outletId !== everyOutlet)
      .map(({ outletId, id, name }) => ({ kind: 'group' as const, outletId, group: { id, name } })),
    ...products.map(({ at: _at, pageHad: _pageHad, ...row }) => ({ kind: 'product-group' as const, ...row })),
    ...accounts.map(({ at: _at, fromPage: _fromPage, ...row }) => ({
      kind: 'group-account' as const,
      ...row,
    })),
    ...contacts.map(({ at: _at, ...row }) => ({ kind: 'supplier-contact' as const, ...row })),
  ]
}
