import type { GroupId, OutletId, ProductId } from '../domain/ids.ts'
import type { Mapping, ProductGroup } from '../domain/mapping.ts'
import type { Store } from './open.ts'

/** The bucket of groups that belong to the whole restaurant group, for outlets yet to be seen. */
export const everyOutlet = '*' as OutletId

/**
 * One outlet's mapping for these products. Our group of a product goes before the one that the page told
 * last. Only the rows of these products are read: one assignment must not cost a walk over the catalogue.
 */
export async function loadMapping(
  store: Store,
  outletId: OutletId,
  productIds: readonly ProductId[],
): Promise<Mapping> {
  const [groups, accounts, contacts, ours, pages] = await Promise.all([
    store.groups.where('outletId').equals(outletId).toArray(),
    store.groupAccounts.where('outletId').equals(outletId).toArray(),
    store.supplierContacts.where('outletId').equals(outletId).toArray(),
    store.productGroups.bulkGet(productIds.map(id => [outletId, id] as [OutletId, ProductId])),
    store.products.bulkGet([...productIds]),
  ])
  const names = new Map(groups.map(group => [group.id, group.name]))
  const named = (id: GroupId, otherwise?: string): ProductGroup => ({
    id,
    name: names.get(id) ?? otherwise ?? id,
  })
  const groupOf = new Map<ProductId, ProductGroup>()
  for (const page of pages)
    if (page?.pageGroup) groupOf.set(page.id, named(page.pageGroup.id, page.pageGroup.name))
  for (const our of ours) if (our) groupOf.set(our.productId, named(our.groupId))
  const accountOf = new Map(
    accounts.flatMap(row => (row.account === null ? [] : [[row.groupId, row.account]])),
  )
  const contactOf = new Map(contacts.map(row => [row.supplierId, row.contactId]))
  return {
    groupOf: product => groupOf.get(product),
    accountOf: group => accountOf.get(group),
    contactOf: supplier => contactOf.get(supplier),
  }
}
