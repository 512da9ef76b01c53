import type { GroupId, OutletId, ProductId } from '../../domain/ids.ts'
import type { ProductGroup } from '../../domain/mapping.ts'
import type { InvoiceRow, ProductRow } from '../database.ts'
import type { Store } from '../open.ts'
import { type GroupOfOutlets, joinGroups } from './join-groups.ts'
import { productsWithoutGroup, type Waiting, waitingFor } from './waiting-for.ts'
import { type Value, worth } from './worth.ts'

/** A product as one outlet has it, or several together. */
export interface ProductOfOutlets {
  id: ProductId
  name: string
  supplier: string | null
  /**
   * Ours before the page's. Null where it lacks one in an outlet whose invoices wait for it; where the outlets
   * differ, the one that most of them chose.
   */
  group: ProductGroup | null
  /** The other groups that outlets gave it, with how many did; empty where all agree. */
  otherwise: (ProductGroup & { outlets: number })[]
  /** How many invoices of the outlets wait for its group, and what they come to. */
  blocks: number
  value: Value
}

/** What one outlet adds to the preview of an assignment. */
export interface OutletsPart {
  /** The groups that have an account there. */
  withAccount: ReadonlySet<GroupId>
  /** Its invoices that lack something: what an assignment may unlock. */
  yellow: InvoiceRow[]
}

export interface ProductsOfOutlets {
  products: ProductOfOutlets[]
  groups: GroupOfOutlets[]
  parts: ReadonlyMap<OutletId, OutletsPart>
}

/**
 * Every product of the catalogue as these outlets have it, and those that only their yellow invoices name.
 * The catalogue is one for all outlets; the group of a product is each outlet's own.
 */
export async function productsOf(store: Store, outletIds: readonly OutletId[]): Promise<ProductsOfOutlets> {
  const [catalogue, outlets] = await Promise.all([
    store.products.toArray(),
    Promise.all(outletIds.map(outletId => readOutlet(store, outletId))),
  ])
  const { groups, joined } = joinGroups(outlets)
  const waiting = waitingFor(
    outlets.flatMap(({ yellow }) => yellow),
    productsWithoutGroup,
  )
  const places = outlets.map(({ outletId, assigned, yellow }) => ({
    group: (id: GroupId) => joined(outletId, id),
    assigned,
    waiting: waitingFor(yellow, productsWithoutGroup),
  }))
  const known = new Set(catalogue.map(({ id }) => id))
  const unlisted: ProductRow[] = [...waiting]
    .filter(([id]) => !known.has(id))
    .map(([id, { name }]) => ({ id, name, supplier: null, pageGroup: null }))
  const products = [...catalogue, ...unlisted].map(row => {
    const blocked = waiting.get(row.id)?.invoices ?? []
    return {
      id: row.id,
      name: row.name,
      // The catalogue may not tell whose product it is; the invoices that wait for it do.
      supplier: row.supplier ?? blocked[0]?.supplier.name ?? null,
      ...groupsOfProduct(row, places),
      blocks: blocked.length,
      value: worth(blocked),
    }
  })
  const parts = outlets.map(
    ({ outletId, withAccount, yellow }) => [outletId, { withAccount, yellow }] as const,
  )
  return { products, groups, parts: new Map(parts) }
}

async function readOutlet(store: Store, outletId: OutletId) {
  const yellow = (['missing-product-group', 'missing-account'] as const).map(status => [outletId, status])
  const [ours, groups, accounts, invoices] = await Promise.all([
    store.productGroups.where('outletId').equals(outletId).toArray(),
    store.groups.where('outletId').equals(outletId).toArray(),
    store.groupAccounts.where('outletId').equals(outletId).toArray(),
    store.invoices.where('[outletId+status]').anyOf(yellow).toArray(),
  ])
  return {
    outletId,
    groups,
    assigned: new Map(ours.map(({ productId, groupId }) => [productId, groupId])),
    withAccount: new Set(accounts.filter(({ account }) => account !== null).map(({ groupId }) => groupId)),
    yellow: invoices,
  }
}

interface Place {
  group(id: GroupId): ProductGroup | undefined
  assigned: ReadonlyMap<ProductId, GroupId>
  waiting: ReadonlyMap<ProductId, Waiting>
}

/**
 * The page's group holds in every outlet that chose no other. Where the page has none, only the outlets count
 * that chose one or have invoices that wait: the others may never buy the product.
 */
function groupsOfProduct(
  { id, pageGroup }: ProductRow,
  places: readonly Place[],
): Pick<ProductOfOutlets, 'group' | 'otherwise'> {
  const chosen = new Map<GroupId, ProductOfOutlets['otherwise'][number]>()
  let lacks = false
  for (const { group, assigned, waiting } of places) {
    const own = assigned.get(id)
    const groupId = own ?? pageGroup?.id
    if (groupId === undefined) {
      if (waiting.has(id)) lacks = true
      continue
    }
    const { id: joinedId, name } = group(groupId) ?? {
      id: groupId,
      name: own === undefined ? (pageGroup?.name ?? groupId) : own,
    }
    const counted = chosen.get(joinedId)
    if (counted) counted.outlets += 1
    else chosen.set(joinedId, { id: joinedId, name, outlets: 1 })
  }
  const [most, ...others] = [...chosen.values()].sort((a, b) => b.outlets - a.outlets)
  if (most === undefined) return { group: null, otherwise: [] }
  return lacks
    ? { group: null, otherwise: [most, ...others] }
    : { group: { id: most.id, name: most.name }, otherwise: others }
}
