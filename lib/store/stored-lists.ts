import Dexie from 'dexie'
import type { ConnectionId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import type { Store } from './open.ts'

/**
 * What was read last stays in memory: a ledger has thousands of contacts, and each assessment asks for them.
 * The age is asked of the index alone, so that what another context wrote or erased is never overlooked.
 */
const kept = new WeakMap<Store, Map<ConnectionId, LedgerLists>>()

/** The lists of a connection as last read from the server; undefined before they were. */
export async function storedLists(store: Store, id: ConnectionId): Promise<LedgerLists | undefined> {
  const readAt = await listsReadAt(store, id)
  const known = kept.get(store)?.get(id)
  if (readAt === undefined || known?.fetchedAt === readAt) return readAt && known
  const lists = (await store.lists.get(id))?.lists
  if (lists) keepLists(store, id, lists)
  return lists
}

/** When the lists of a connection were read from its ledger; undefined where they never were. */
export async function listsReadAt(store: Store, id: ConnectionId): Promise<Instant | undefined> {
  const [key] = await store.lists
    .where('[connectionId+lists.fetchedAt]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .keys()
  return (key as [ConnectionId, Instant] | undefined)?.[1]
}

/** Remembers what is stored at the same time. */
export function keepLists(store: Store, id: ConnectionId, lists: LedgerLists): void {
  const own = kept.get(store) ?? new Map<ConnectionId, LedgerLists>()
  kept.set(store, own.set(id, lists))
}
