import type { Chance } from './prng.ts'
import type { SupplierProfile } from './suppliers.ts'

/** What a seeded order is to be, before anything has been put on it. */
export type OrderFate =
  | 'ready'
  | 'culprit' // holds one or two of the products without a group that most yellow invoices hold
  | 'rest' // holds another product without a group
  | 'smallwares' // every product has a group, but the group has no account in this outlet
  | 'open' // not completed yet
  | 'exported'
  | 'modified' // exported, its bill approved, then changed
  | 'refused' // its export failed otherwise

/** How many orders of each fate an outlet has: 400 in all. */
export const plannedOrders: Readonly<Record<string, Partial<Record<OrderFate, number>>>> = {
  'outlet-1': {
    ready: 166,
    culprit: 36,
    rest: 4,
    smallwares: 6,
    open: 8,
    exported: 12,
    modified: 1,
    refused: 1,
  },
  'outlet-2': { ready: 108, rest: 28, open: 6, exported: 6 },
  'outlet-3': { ready: 14, rest: 3, exported: 1 },
}

/** How old, in days, an order of this fate may be: at most 89. */
const ages: Readonly<Record<OrderFate, readonly [number, number]>> = {
  ready: [1, 89],
  culprit: [1, 80],
  rest: [1, 80],
  smallwares: [2, 60],
  open: [0, 5],
  exported: [20, 89],
  modified: [12, 30],
  refused: [3, 10],
}

export interface PlannedOrder {
  outletId: string
  fate: OrderFate
  /** Days before today. */
  age: number
}

/** All orders to make, the oldest first. */
export function planOrders(chance: Chance): PlannedOrder[] {
  const planned = Object.entries(plannedOrders).flatMap(([outletId, fates]) =>
    (Object.entries(fates) as [OrderFate, number][]).flatMap(([fate, count]) =>
      Array.from({ length: count }, () => ({ outletId, fate, age: chance.between(...ages[fate]) })),
    ),
  )
  return chance.some(planned, planned.length).sort((a, b) => b.age - a.age)
}

/** A supplier that delivers to the outlet, the larger ones more often. */
export function pickSupplier(
  profiles: readonly SupplierProfile[],
  outletId: string,
  chance: Chance,
): SupplierProfile {
  const delivering = profiles.filter(profile => profile.delivers.includes(outletId))
  return chance.pick(delivering.flatMap(profile => Array.from({ length: profile.share }, () => profile)))
}
