import type { GroupId, ProductId } from './ids.ts'
import { freshDetail, type Invoice } from './invoice.ts'
import type { Mapping, ProductGroup } from './mapping.ts'
import type { Outlet } from './outlet.ts'

/** What an invoice's products lack, each thing once, in the order of its lines. */
export interface Gaps {
  products: { id: ProductId; name: string }[]
  /** Groups without an account. */
  groups: { id: GroupId; name: string }[]
  /** Groups that have one. */
  mapped: { id: GroupId; name: string }[]
}

/** The gaps of an invoice; null while its lines are unknown or stale. Our mapping goes before the page's. */
export function gapsOf(invoice: Invoice, mapping: Mapping): Gaps | null {
  const detail = freshDetail(invoice)
  if (detail === null) return null
  const products = new Map<ProductId, string>()
  const groups = new Map<GroupId, ProductGroup>()
  for (const { product } of detail.lines) {
    if (product === null) continue
    const group = mapping.groupOf(product.id) ?? product.group
    if (group) groups.set(group.id, group)
    else products.set(product.id, product.name)
  }
  const named = [...groups.values()].map(({ id, name }) => ({ id, name }))
  return {
    products: [...products].map(([id, name]) => ({ id, name })),
    groups: named.filter(group => mapping.accountOf(group.id) === undefined),
    mapped: named.filter(group => mapping.accountOf(group.id) !== undefined),
  }
}

/**
 * Whether a gap stops an export (`yes`), is shown but may be passed by a person (`shown`), or does
 * not matter (`no`). Source: facts/foodrazor.md, "Export mode"; DESIGN.md, "The assessment".
 */
export function needsMapping(outlet: Outlet): 'yes' | 'shown' | 'no' {
  if (outlet.connection?.ledger === 'quickbooks') return 'yes'
  switch (outlet.mode) {
    case 'manual':
      return 'shown'
    case 'product-groups-required':
      return 'yes'
    case 'automatic':
      return 'no'
  }
}
