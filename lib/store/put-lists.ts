import type { ConnectionId, InvoiceId } from '../domain/ids.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import { assessOutlet } from './assess-invoices.ts'
import { inOneTransaction, type Store } from './open.ts'
import { keepLists } from './stored-lists.ts'

/**
 * Stores what was read anew, and assesses by it every invoice of the outlets that use the connection.
 * Gives those whose assessment changed.
 */
export function putLists(store: Store, id: ConnectionId, lists: LedgerLists): Promise<InvoiceId[]> {
  return inOneTransaction(store, async () => {
    await store.lists.put({ connectionId: id, lists })
    keepLists(store, id, lists)
    const changed: InvoiceId[] = []
    for (const outlet of await store.outlets.toArray()) {
      if (outlet.connection?.id === id) changed.push(...(await assessOutlet(store, outlet.id)))
    }
    return changed
  })
}
