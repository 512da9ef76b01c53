import type { Status } from '../../domain/assessment.ts'
import type { Outlet } from '../../domain/outlet.ts'
import type { Store } from '../open.ts'

/** The five columns in which invoices are counted for people, and the statuses that each takes together. */
export const tallies = {
  ready: ['ready'],
  missing: ['missing-product-group', 'missing-account'],
  exporting: ['exporting'],
  exported: ['exported'],
  failed: ['failed'],
} as const satisfies Record<string, readonly Status[]>

export type Tally = keyof typeof tallies
export const tallyNames = Object.keys(tallies) as Tally[]

export interface OutletCounts {
  outlet: Outlet
  counts: Record<Tally, number>
}

/** How many invoices of each outlet stand where, by index; outlets by name. */
export async function outletCounts(store: Store): Promise<OutletCounts[]> {
  const outlets = await store.outlets.toArray()
  outlets.sort((a, b) => a.name.localeCompare(b.name))
  return Promise.all(
    outlets.map(async outlet => {
      const counted = await Promise.all(
        tallyNames.map(async name => {
          const keys = tallies[name].map(status => [outlet.id, status])
          return [name, await store.invoices.where('[outletId+status]').anyOf(keys).count()] as const
        }),
      )
      return { outlet, counts: Object.fromEntries(counted) as Record<Tally, number> }
    }),
  )
}

/** The sums over all outlets. */
export function inAll(rows: readonly OutletCounts[]): Record<Tally, number> {
  const sum = (name: Tally) => rows.reduce((total, { counts }) => total + counts[name], 0)
  return Object.fromEntries(tallyNames.map(name => [name, sum(name)])) as Record<Tally, number>
}
