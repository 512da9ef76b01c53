import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import type { GroupOfOutlets } from '#lib/store/queries/join-groups.ts'

/** What one outlet is asked to assign. */
export interface Assignment {
  outletId: OutletId
  productIds: ProductId[]
  /** The outlet's own id of the group. */
  groupId: GroupId
}

/** What giving products a group means, outlet by outlet. */
export interface Plan {
  assignments: Assignment[]
  /** Outlets that have some of the products and no group of this name. */
  lacking: OutletId[]
}

/** Splits an assignment over the outlets that have each of the products. Pure. */
export function planAssignment(
  productIds: Iterable<ProductId>,
  /** The outlets of each product; one that is not in it yet is left out. */
  places: ReadonlyMap<ProductId, readonly OutletId[]>,
  group: GroupOfOutlets | null,
): Plan {
  const byOutlet = new Map<OutletId, ProductId[]>()
  for (const id of productIds) {
    for (const outletId of places.get(id) ?? []) {
      const ids = byOutlet.get(outletId) ?? []
      byOutlet.set(outletId, ids)
      ids.push(id)
    }
  }
  const plan: Plan = { assignments: [], lacking: [] }
  for (const [outletId, ids] of byOutlet) {
    const groupId = group?.ids.get(outletId)
    if (groupId !== undefined) plan.assignments.push({ outletId, productIds: ids, groupId })
    else if (group !== null) plan.lacking.push(outletId)
  }
  return plan
}
