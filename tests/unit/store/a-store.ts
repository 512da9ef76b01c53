import type { GroupId, InvoiceId, OutletId } from '#lib/domain/ids.ts'
import { addMilliseconds, type Instant } from '#lib/domain/instant.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { PageFacts } from '#lib/page/page-facts.ts'
import type { OutletRow } from '#lib/store/database.ts'
import { openStore, type Store } from '#lib/store/open.ts'
import { see } from '#lib/store/see.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'

export const now = '2026-11-03T02:00:00.000Z' as Instant
export const outletId = 'outlet-1' as OutletId
export const vegetables = 'g-Vegetables' as GroupId

let opened = 0

/** An empty store of its own. */
export function aStore(): Store {
  opened += 1
  return openStore(`test-${process.pid}-${opened}`)
}

/** A clock that tests move. */
export function aClock(start: Instant = now) {
  let at = start
  const clock = () => at
  return Object.assign(clock, {
    pass(ms: number) {
      at = addMilliseconds(at, ms)
    },
  })
}

/** What a page tells of these invoices, lines included where they are known. */
export function factsOf(invoices: readonly Invoice[], over: Partial<PageFacts> = {}): PageFacts {
  return {
    outlets: [],
    invoices: invoices.map(({ detail: _detail, detailRevision: _revision, seenAt: _seen, ...list }) => list),
    details: invoices.flatMap(({ id, detail, detailRevision }) =>
      detail && detailRevision ? [{ invoiceId: id, revision: detailRevision, detail }] : [],
    ),
    products: [],
    groups: [],
    accounts: [],
    rows: [],
    refusals: [],
    ...over,
  }
}

/**
 * A store in which an outlet exports by Clearcloud, is connected, has its chart of accounts and the group
 * Vegetables with account 310, and has seen these invoices.
 */
export async function aStoreWith(
  invoices: readonly Invoice[],
  outlet: { [K in keyof Outlet]?: unknown } = {},
): Promise<Store> {
  const store = aStore()
  await connect(store, anOutlet(outlet))
  await see(store, factsOf(invoices), now)
  return store
}

/** The outlet with its lists, its group Vegetables and that group's account. */
export async function connect(store: Store, outlet: OutletRow): Promise<void> {
  await store.outlets.put(outlet)
  const { id } = outlet
  if (outlet.connection) await store.lists.put({ connectionId: outlet.connection.id, lists: someLists() })
  await store.groups.put({ outletId: id, id: vegetables, name: 'Vegetables' })
  await store.groupAccounts.put({ outletId: id, groupId: vegetables, account: '310' as never, at: now })
}

/** Signed in at a server, with the one connection of the builders. */
export async function signIn(store: Store, serverUrl = 'http://server.test'): Promise<void> {
  await writeSetting(store, 'session', {
    token: 'a-token',
    serverUrl,
    user: { id: 'u-1', name: 'Clerk', email: 'clerk@example.com' },
    workspace: { id: 'w-1', name: 'Harbour group' },
    connections: [theConnection],
    expiresAt: '2026-12-03T02:00:00.000Z' as Instant,
  })
}

export const theConnection = {
  id: aConnection.id as never,
  ledger: 'xero' as const,
  organisation: { id: 'org-1', name: aConnection.organisation, currency: null },
  state: 'connected' as const,
  connectedAt: now,
}

export const idOf = (n: number) => `inv-${n}` as InvoiceId
