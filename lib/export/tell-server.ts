import { type Client, ProblemError } from '../api/client.ts'
import { AcceptRequest, UnlinkRequest } from '../api/exports.ts'
import type { Clock } from '../domain/instant.ts'
import type { OutboxRow } from '../store/database.ts'
import type { Store } from '../store/open.ts'
import { claim, release } from '../store/outbox.ts'

/**
 * Tells the server of accepted differences and unlinked bills, one by one, in order. What the server does
 * not know (any more) needs no telling.
 * @throws what the client throws otherwise, after giving its claim back.
 */
export async function tellDecisions(
  store: Store,
  client: Client,
  clock: Clock,
  owner: string,
): Promise<void> {
  const wanted = (row: OutboxRow) => row.kind === 'accept' || row.kind === 'unlink'
  for (;;) {
    const [row] = await claim(store, { wanted, most: 1, inOrder: true, owner, now: clock() })
    if (!row) return
    try {
      if (row.kind === 'accept') await client.accept(AcceptRequest.parse(row.body))
      else await client.unlink(UnlinkRequest.parse(row.body))
    } catch (error) {
      const settled =
        error instanceof ProblemError &&
        ['not-found', 'conflict', 'not-understood'].includes(error.problem.code)
      if (!settled) {
        await release(store, [row], clock())
        throw error
      }
    }
    await store.outbox.delete(row.seq)
  }
}
