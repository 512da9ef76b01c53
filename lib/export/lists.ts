import type { Client } from '../api/client.ts'
import type { ConnectionId } from '../domain/ids.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import type { Store } from '../store/open.ts'

/**
 * The chart of accounts, tax rates and contacts of a connection: as stored, or read from the server where
 * they are not known yet or `fresh` is asked for. Throws what the client throws.
 */
export async function ledgerLists(
  store: Store,
  client: Client,
  connectionId: ConnectionId,
  fresh = false,
): Promise<LedgerLists> {
  const known = await store.lists.get(connectionId)
  if (known && !fresh) return known.lists
  const lists = await client.lists(connectionId, fresh)
  await store.lists.put({ connectionId, lists })
  return lists
}
