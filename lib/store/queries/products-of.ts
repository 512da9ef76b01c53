import type { OutletId, ProductId } from '../../domain/ids.ts'
import type { ProductGroup } from '../../domain/mapping.ts'
import type { InvoiceRow } from '../database.ts'
import type { Store } from '../open.ts'
import { invoicesIn } from './invoices-in.ts'
import { productsWithoutGroup, waitingFor } from './waiting-for.ts'
import { type Value, worth } from './worth.ts'

/** A product as one outlet has it. */
export interface ProductOfOutlet {
  id: ProductId
  name: string
  supplier: string | null
  /** Ours before the page's. */
  group: ProductGroup | null
  /** How many of the outlet's invoices wait for its group, and what they come to. */
  blocks: number
  value: Value
}

export interface ProductsOfOutlet {
  products: ProductOfOutlet[]
  groups: ProductGroup[]
  /** The groups that have an account. */
  withAccount: ReadonlySet<string>
  /** The invoices that lack something: what an assignment may unlock. */
  yellow: InvoiceRow[]
}

/** Every product of the catalogue as an outlet has it, and those that only its yellow invoices name. */
export async function productsOf(store: Store, outletId: OutletId): Promise<ProductsOfOutlet> {
  const [catalogue, ours, groups, accounts, yellow] = await Promise.all([
    store.products.toArray(),
    store.productGroups.where('outletId').equals(outletId).toArray(),
    store.groups.where('outletId').equals(outletId).toArray(),
    store.groupAccounts.where('outletId').equals(outletId).toArray(),
    invoicesIn(store, ['missing-product-group', 'missing-account'], outletId),
  ])
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const assigned = new Map(ours.map(({ productId, groupId }) => [productId, groupId]))
  const waiting = waitingFor(yellow, productsWithoutGroup)
  const known = new Set(catalogue.map(({ id }) => id))
  const rows = [
    ...catalogue,
    ...[...waiting]
      .filter(([id]) => !known.has(id))
      .map(([id, { name }]) => ({ id, name, supplier: null, pageGroup: null })),
  ]
  const products = rows.map(({ id, name, supplier, pageGroup }) => {
    const own = assigned.get(id)
    const group =
      own === undefined
        ? pageGroup && { id: pageGroup.id, name: names.get(pageGroup.id) ?? pageGroup.name }
        : { id: own, name: names.get(own) ?? own }
    const blocked = waiting.get(id)?.invoices ?? []
    // The catalogue may not tell whose product it is; the invoices that wait for it do.
    const from = supplier ?? blocked[0]?.supplier.name ?? null
    return { id, name, supplier: from, group, blocks: blocked.length, value: worth(blocked) }
  })
  return {
    products,
    groups: groups.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    withAccount: new Set(accounts.filter(({ account }) => account !== null).map(({ groupId }) => groupId)),
    yellow,
  }
}
