import type { Connection } from '#lib/domain/connection.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { assessOutlet } from '#lib/store/assess-invoices.ts'
import type { OutletRow } from '#lib/store/database.ts'
import { inOneTransaction } from '#lib/store/open.ts'
import { say } from '#lib/words/say.ts'
import type { App } from './app.ts'

/**
 * Carries the state of the consents over to the outlets that use them, and links an outlet without one to
 * the organisation that bears its name, if exactly one does. Who exports stays as it was: that is asked.
 * Gives sentences that say what was linked.
 */
export async function adoptConnections(app: App, connections: readonly Connection[]): Promise<string[]> {
  const linked: string[] = []
  const changed = await inOneTransaction(app.store, async () => {
    const ids = []
    for (const outlet of await app.store.outlets.toArray()) {
      const connection = adopted(outlet, connections)
      if (JSON.stringify(connection) === JSON.stringify(outlet.connection)) continue
      if (outlet.connection === null && connection !== null) {
        linked.push(say('did.outlet-linked', { outlet: outlet.name, organisation: connection.organisation }))
      }
      await app.store.outlets.put({ ...outlet, connection })
      ids.push(...(await assessOutlet(app.store, outlet.id)))
    }
    return ids
  })
  app.notifier.changed(changed)
  return linked
}

function adopted(outlet: OutletRow, connections: readonly Connection[]): Outlet['connection'] {
  if (outlet.connection !== null) {
    const own = connections.find(({ id }) => id === outlet.connection?.id)
    return own ? asOutletKnows(own) : { ...outlet.connection, state: 'expired' }
  }
  const named = connections.filter(
    connection => connection.state === 'connected' && sameName(outlet.name, connection.organisation.name),
  )
  const [only] = named
  return only && named.length === 1 ? asOutletKnows(only) : null
}

export function asOutletKnows({ id, ledger, organisation, state }: Connection): Outlet['connection'] {
  return { id, ledger, organisation: organisation.name, state }
}

/** One name holds the other, word for word: `Harbour Street Kitchen` and `Harbour Street Kitchen Pte Ltd`. */
function sameName(a: string, b: string): boolean {
  const [left, right] = [words(a), words(b)]
  return left !== '  ' && right !== '  ' && (left.includes(right) || right.includes(left))
}

function words(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
  return ` ${plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `
}
