import type { AccountCode, GroupId, OutletId } from '../../domain/ids.ts'
import type { Account } from '../../domain/ledger-lists.ts'
import type { Outlet } from '../../domain/outlet.ts'
import type { ListsRow } from '../database.ts'
import type { Store } from '../open.ts'
import { invoicesIn } from './invoices-in.ts'
import { groupsWithoutAccount, waitingFor } from './waiting-for.ts'
import { type Value, worth } from './worth.ts'

/** A product group as one outlet has it. */
export interface GroupOfOutlet {
  id: GroupId
  name: string
  account: AccountCode | null
  /** The account as the chart has it; null where it is unmapped or the chart does not know it. */
  entry: Account | null
  /** How many invoices wait for its account, and what they come to. */
  blocks: number
  value: Value
}

export interface GroupsOfOutlet {
  outlet: Outlet
  groups: GroupOfOutlet[]
  /** Null while no chart was read. */
  lists: ListsRow['lists'] | null
}

/** Every group of an outlet with its account, those that block most invoices first; undefined for an unknown outlet. */
export async function groupsOf(store: Store, outletId: OutletId): Promise<GroupsOfOutlet | undefined> {
  const outlet = await store.outlets.get(outletId)
  if (!outlet) return undefined
  const [groups, accounts, yellow, row] = await Promise.all([
    store.groups.where('outletId').equals(outletId).toArray(),
    store.groupAccounts.where('outletId').equals(outletId).toArray(),
    invoicesIn(store, ['missing-product-group', 'missing-account'], outletId),
    outlet.connection ? store.lists.get(outlet.connection.id) : undefined,
  ])
  const accountOf = new Map(accounts.map(({ groupId, account }) => [groupId, account]))
  const waiting = waitingFor(yellow, groupsWithoutAccount)
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  for (const [id, { name }] of waiting) if (!names.has(id)) names.set(id, name)
  const rows = [...names].map(([id, name]) => {
    const account = accountOf.get(id) ?? null
    const entry = row?.lists.accounts.find(({ code }) => code === account) ?? null
    const invoices = account === null ? (waiting.get(id)?.invoices ?? []) : []
    return { id, name, account, entry, blocks: invoices.length, value: worth(invoices) }
  })
  rows.sort(
    (a, b) =>
      b.blocks - a.blocks ||
      Number(a.account !== null) - Number(b.account !== null) ||
      a.name.localeCompare(b.name),
  )
  return { outlet, groups: rows, lists: row?.lists ?? null }
}
