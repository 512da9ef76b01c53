import { z } from 'zod'
import { Mutation } from '../api/changes.ts'
import { type Client, ProblemError } from '../api/client.ts'
import type { InvoiceId, OutletId } from '../domain/ids.ts'
import type { Clock, Instant } from '../domain/instant.ts'
import type { MappingChange } from '../domain/mapping.ts'
import { logActivity } from '../store/activity.ts'
import { applyChanges } from '../store/apply-changes.ts'
import type { Touched } from '../store/assess-invoices.ts'
import type { OutboxRow } from '../store/database.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { claim, putIntent, release } from '../store/outbox.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { say } from '../words/say.ts'

const perRequest = 500

/** Puts changes of the mapping into the outbox, each under a mutation id of its own, in order. */
export async function putMutations(
  store: Store,
  changes: readonly MappingChange[],
  now: Instant,
): Promise<void> {
  for (const change of changes) {
    const id = z.uuid().parse(globalThis.crypto.randomUUID())
    const body: Mutation = { id, at: now, change }
    await putIntent(
      store,
      { kind: 'mutation', key: id, invoiceId: null, outletId: change.outletId, body },
      now,
    )
  }
}

/**
 * Sends the changes of the mapping in order; none overtakes another. One that the server will never take is
 * dropped with a line in the log, so that it does not hold up those behind it.
 * @throws what the client throws otherwise, after giving its claims back.
 */
export async function pushMutations(
  store: Store,
  client: Client,
  clock: Clock,
  owner: string,
): Promise<void> {
  const wanted = (row: OutboxRow) => row.kind === 'mutation'
  for (;;) {
    const rows = await claim(store, { wanted, most: perRequest, inOrder: true, owner, now: clock() })
    if (rows.length === 0) return
    await push(store, client, clock, rows)
  }
}

async function push(store: Store, client: Client, clock: Clock, rows: OutboxRow[]): Promise<void> {
  try {
    await client.sendChanges(rows.map(row => Mutation.parse(row.body)))
    await store.outbox.bulkDelete(rows.map(row => row.seq))
  } catch (error) {
    const refused =
      error instanceof ProblemError && ['not-understood', 'too-large'].includes(error.problem.code)
    if (!refused) {
      await release(store, rows, clock())
      throw error
    }
    if (rows.length > 1) {
      const middle = Math.ceil(rows.length / 2)
      await push(store, client, clock, rows.slice(0, middle))
      return push(store, client, clock, rows.slice(middle))
    }
    await drop(store, rows, error.message, clock())
  }
}

async function drop(store: Store, rows: OutboxRow[], why: string, at: Instant): Promise<void> {
  await inOneTransaction(store, async () => {
    await store.outbox.bulkDelete(rows.map(row => row.seq))
    const outletId = rows[0]?.outletId ?? null
    const text = say('log.stays-here', { why })
    await logActivity(store, { at, kind: 'settings', text, outletId })
  })
}

/**
 * Reads what others changed since the revision that we know and applies it: the last writer wins, and a
 * change of ours that is not yet sent is the last writer. Gives the invoices that they concern and those whose assessment changed.
 * Throws what the client throws.
 */
export async function pullMutations(store: Store, client: Client, now: Instant): Promise<Touched> {
  const concerned = new Set<InvoiceId>()
  const changed = new Set<InvoiceId>()
  const touched = () => ({ concerned: [...concerned], changed: [...changed] })
  for (;;) {
    const after = await readSetting(store, 'revision')
    const page = await client.changesAfter(after)
    if (page.revision === after) return touched()
    await inOneTransaction(store, async () => {
      const ours = await unsentKeys(store)
      const theirs = page.items
        .map(({ mutation }) => mutation.change)
        .filter(change => !ours.has(keyOf(change)))
      const applied = await applyChanges(store, theirs, now)
      for (const id of applied.concerned) concerned.add(id)
      for (const id of applied.changed) changed.add(id)
      await writeSetting(store, 'revision', page.revision)
    })
    if (page.items.length === 0) return touched()
  }
}

async function unsentKeys(store: Store): Promise<Set<string>> {
  const rows = await store.outbox.where('kind').equals('mutation').toArray()
  return new Set(rows.map(row => keyOf(Mutation.parse(row.body).change)))
}

/** What a change is about: of two changes with the same key, the later one counts. */
function keyOf(change: MappingChange): string {
  const about = (outlet: OutletId, id: string) => JSON.stringify([change.kind, outlet, id])
  switch (change.kind) {
    case 'product-group':
      return about(change.outletId, change.productId)
    case 'group-account':
      return about(change.outletId, change.groupId)
    case 'supplier-contact':
      return about(change.outletId, change.supplierId)
    case 'group':
      return about(change.outletId, change.group.id)
  }
}
