import type { Client } from '../api/client.ts'
import type { ConnectionId, InvoiceId } from '../domain/ids.ts'
import { addMilliseconds, type Instant } from '../domain/instant.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import type { Store } from '../store/open.ts'
import { putLists } from '../store/put-lists.ts'
import { listsReadAt, storedLists } from '../store/stored-lists.ts'

/** Lists, and the invoices whose assessment changed because they were read anew. */
export interface ReadLists {
  lists: LedgerLists
  changed: InvoiceId[]
}

/** After this, lists are read anew by the way. Each reading costs the server six calls of the ledger. */
const OLD = 4 * 60 * 60_000

/**
 * The chart of accounts, tax rates and contacts of a connection: as stored, or read from the server where
 * they are not known yet or `fresh` is asked for. Throws what the client throws.
 */
export async function ledgerLists(
  store: Store,
  client: Client,
  connectionId: ConnectionId,
  fresh = false,
): Promise<ReadLists> {
  const known = fresh ? undefined : await storedLists(store, connectionId)
  if (known) return { lists: known, changed: [] }
  return readLists(store, client, connectionId, fresh)
}

/** Reads the lists of a connection anew where they are more than four hours old, or unknown. Throws what the client throws. */
export async function refreshOldLists(
  store: Store,
  client: Client,
  connectionId: ConnectionId,
  now: Instant,
): Promise<InvoiceId[]> {
  const readAt = await listsReadAt(store, connectionId)
  if (readAt !== undefined && readAt > addMilliseconds(now, -OLD)) return []
  return (await readLists(store, client, connectionId, false)).changed
}

async function readLists(store: Store, client: Client, id: ConnectionId, fresh: boolean): Promise<ReadLists> {
  const lists = await client.lists(id, fresh)
  return { lists, changed: await putLists(store, id, lists) }
}
