import type { GroupId, InvoiceId, OutletId, ProductId, SupplierId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { MappingChange } from '../domain/mapping.ts'
import { assessGroups, assessProducts, assessSuppliers } from './assess-invoices.ts'
import type { Store } from './open.ts'

/** What a change of the mapping did: how to take it back, and which invoices it concerned. */
export interface Applied {
  /** Whether anything was written, be it only that a person now stands behind what the page had told. */
  written: boolean
  /** The changes that restore what was before, in reverse order. */
  undo: MappingChange[]
  /** Invoices that hold what was changed. */
  concerned: InvoiceId[]
  /** Those of them whose assessment changed. */
  changed: InvoiceId[]
}

/**
 * Writes changes of the mapping in order and assesses anew exactly the invoices that they concern: those
 * that hold the product or the group, or are of the supplier. To be called within a transaction over the
 * whole store.
 */
export async function applyChanges(
  store: Store,
  changes: readonly MappingChange[],
  now: Instant,
): Promise<Applied> {
  const undo: MappingChange[] = []
  let written = false
  const products = new Map<OutletId, ProductId[]>()
  const groups = new Map<OutletId, GroupId[]>()
  const suppliers = new Map<OutletId, SupplierId[]>()
  for (const change of changes) {
    const before = await applyOne(store, change, now)
    if (before === 'written') written = true
    if (typeof before === 'string') continue
    written = true
    undo.unshift(before)
    if (change.kind === 'product-group') gather(products, change.outletId, change.productId)
    if (change.kind === 'group-account') gather(groups, change.outletId, change.groupId)
    if (change.kind === 'supplier-contact') gather(suppliers, change.outletId, change.supplierId)
    if (change.kind === 'group') gather(groups, change.outletId, change.group.id)
  }
  const concerned = new Set<InvoiceId>()
  const changed = new Set<InvoiceId>()
  const touched = [
    ...[...products].map(
      ([outlet, ids]) =>
        () =>
          assessProducts(store, outlet, ids),
    ),
    ...[...groups].map(
      ([outlet, ids]) =>
        () =>
          assessGroups(store, outlet, ids),
    ),
    ...[...suppliers].map(
      ([outlet, ids]) =>
        () =>
          assessSuppliers(store, outlet, ids),
    ),
  ]
  for (const assess of touched) {
    const result = await assess()
    for (const id of result.concerned) concerned.add(id)
    for (const id of result.changed) changed.add(id)
  }
  return {
    written,
    undo: undo.filter(change => change.kind !== 'group'),
    concerned: [...concerned],
    changed: [...changed],
  }
}

/**
 * Gives the change that takes this one back. `written`: it says nothing new, but a person says it now.
 * `known`: nothing was to be written. A new group stays once made.
 */
async function applyOne(
  store: Store,
  change: MappingChange,
  now: Instant,
): Promise<MappingChange | 'written' | 'known'> {
  const { outletId } = change
  switch (change.kind) {
    case 'product-group': {
      const { productId, groupId } = change
      const row = await store.productGroups.get([outletId, productId])
      const before = row?.groupId ?? null
      if (before === groupId) return 'known'
      if (groupId === null) await store.productGroups.delete([outletId, productId])
      else {
        const pageHad = row ? row.pageHad : (await store.products.get(productId))?.pageGroup?.id
        const fresh = { outletId, productId, groupId, at: now }
        await store.productGroups.put(pageHad === undefined ? fresh : { ...fresh, pageHad })
      }
      return { ...change, groupId: before }
    }
    case 'group-account': {
      const { groupId, account } = change
      const row = await store.groupAccounts.get([outletId, groupId])
      const before = row?.account ?? null
      if (row && row.fromPage !== 1 && before === account) return 'known'
      // Kept with no account too: without a row the page's next answer would give it one.
      await store.groupAccounts.put({ outletId, groupId, account, at: now })
      return before === account ? 'written' : { ...change, account: before }
    }
    case 'supplier-contact': {
      const { supplierId, contactId } = change
      const before = (await store.supplierContacts.get([outletId, supplierId]))?.contactId ?? null
      if (before === contactId) return 'known'
      if (contactId === null) await store.supplierContacts.delete([outletId, supplierId])
      else await store.supplierContacts.put({ outletId, supplierId, contactId, at: now })
      return { ...change, contactId: before }
    }
    case 'group': {
      const before = await store.groups.get([outletId, change.group.id])
      if (before?.name === change.group.name) return 'known'
      await store.groups.put({ outletId, ...change.group })
      return change
    }
  }
}

function gather<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
