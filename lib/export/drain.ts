import { type Client, ProblemError } from '../api/client.ts'
import { EXPORTS_PER_REQUEST, type ExportsAccepted } from '../api/exports.ts'
import type { Export } from '../domain/export.ts'
import type { InvoiceId } from '../domain/ids.ts'
import type { Clock, Instant } from '../domain/instant.ts'
import { logActivity } from '../store/activity.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import type { OutboxRow } from '../store/database.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { claim, release } from '../store/outbox.ts'
import { recorded } from '../store/record-export.ts'
import { say } from '../words/say.ts'
import { standing } from './intent.ts'

export interface Sender {
  store: Store
  client: Client
  clock: Clock
  /** Who claims: one name per life of the worker. */
  owner: string
  /** Told after each write, with the invoices whose assessment changed. */
  changed(ids: readonly InvoiceId[]): void
}

/**
 * Sends the due exports of the outbox, at most 100 in one request, until none is due. A row leaves the
 * outbox only after the server has acknowledged it; a worker that dies in between leaves a lease that runs
 * out, and the same key sent twice is one export on the server.
 * Gives how many it sent. @throws what the client throws, after giving its claims back.
 */
export async function drainExports(sender: Sender): Promise<number> {
  const { store, clock, owner } = sender
  let sent = 0
  for (;;) {
    // A bill must be forgotten before its invoice is sent anew.
    const unlinks = await store.outbox.where('kind').equals('unlink').toArray()
    const blocked = new Set(unlinks.map(row => row.invoiceId))
    const wanted = (row: OutboxRow) => row.kind === 'export' && !blocked.has(row.invoiceId)
    const rows = await claim(store, {
      wanted,
      most: EXPORTS_PER_REQUEST,
      inOrder: false,
      owner,
      now: clock(),
    })
    if (rows.length === 0) return sent
    await sendClaimed(sender, rows)
    sent += rows.length
  }
}

async function sendClaimed(sender: Sender, rows: OutboxRow[]): Promise<void> {
  const { store, client, clock } = sender
  let answer: ExportsAccepted
  try {
    answer = await client.sendExports(rows.map(row => row.body))
  } catch (error) {
    if (isAboutTheContent(error)) return splitOrRefuse(sender, rows, error)
    await release(store, rows, clock())
    throw error
  }
  await acknowledge(sender, rows, answer)
}

/** The server refused the request as such: find the item at fault by halves, so that it stops no other. */
async function splitOrRefuse(sender: Sender, rows: OutboxRow[], error: ProblemError): Promise<void> {
  if (rows.length > 1) {
    const middle = Math.ceil(rows.length / 2)
    await sendClaimed(sender, rows.slice(0, middle))
    return sendClaimed(sender, rows.slice(middle))
  }
  const items = rows.map(row => ({ key: row.key, problem: error.problem }))
  return acknowledge(sender, rows, { items })
}

/** One transaction: rows leave the outbox, records say what the server said of each. */
async function acknowledge(sender: Sender, rows: OutboxRow[], answer: ExportsAccepted): Promise<void> {
  const { store, clock } = sender
  const now = clock()
  const changed = await inOneTransaction(store, async () => {
    const touched: InvoiceId[] = []
    for (const [index, row] of rows.entries()) {
      const item = answer.items[index]
      const { invoiceId } = row
      // An answer without this item acknowledges nothing: the lease runs out and it is sent again.
      if (item === undefined || invoiceId === null || item.key !== row.key) continue
      // Cancelled meanwhile, or put anew: not ours to finish.
      const current = await store.outbox.get(row.seq)
      if (current?.key === row.key) await store.outbox.delete(row.seq)
      else continue
      await note(store, row, 'problem' in item ? words(item.problem) : null, now)
      touched.push(invoiceId)
    }
    return assessInvoices(store, touched)
  })
  sender.changed(changed)
}

/** Sent; or refused, where the server did not understand the item (`refusal`). */
async function note(store: Store, row: OutboxRow, refusal: string | null, at: Instant): Promise<void> {
  const { invoiceId, outletId } = row
  if (invoiceId === null) return
  const before = await store.exports.get(invoiceId)
  // Put in one transaction with its row; a result that overtook the acknowledgement knows more.
  if (before === undefined || before.key !== row.key || !waitsHere(before.record)) return
  const { content } = before.record
  const about = { invoiceId, outletId, at }
  if (refusal === null) {
    await store.exports.put(recorded(before, about, { state: 'sent', at, content }))
    return
  }
  const stands = standing(before)
  const failure = { code: 'not-understood', raw: refusal.slice(0, 4000), billState: null }
  const bill = stands?.bill ?? null
  const billContent = stands?.content ?? null
  const record = { state: 'refused' as const, failure, at, content, bill, billContent }
  await store.exports.put(recorded(before, about, record))
  await logActivity(store, {
    at,
    kind: 'refused',
    text: say('log.not-sent', { why: refusal }),
    outletId,
    invoiceId,
  })
}

/** Whether the server has not acknowledged it yet. */
function waitsHere(record: Export): boolean {
  return (
    record.state === 'queued' ||
    (record.state === 'waiting' && (record.why === 'server-unreachable' || record.why === 'sign-in'))
  )
}

function words(problem: { message: string; fields?: string[] | undefined }): string {
  return [problem.message, ...(problem.fields ?? [])].join('\n')
}

function isAboutTheContent(error: unknown): error is ProblemError {
  return (
    error instanceof ProblemError &&
    ['not-understood', 'too-large', 'not-found', 'not-allowed', 'conflict'].includes(error.problem.code)
  )
}

/** Marks what waits in the outbox as waiting for this reason, so that every surface says why nothing moves. */
export async function markWaiting(
  sender: Pick<Sender, 'store' | 'changed'>,
  why: 'server-unreachable' | 'sign-in',
  until: Instant | null,
  now: Instant,
): Promise<void> {
  const { store } = sender
  const changed = await inOneTransaction(store, async () => {
    const rows = await store.outbox.where('kind').equals('export').toArray()
    const records = await store.exports.bulkGet(rows.flatMap(row => row.invoiceId ?? []))
    const waiting = records.flatMap(row => {
      if (!row || !waitsHere(row.record)) return []
      const { record } = row
      if (record.state === 'waiting' && record.why === why && record.until === until) return []
      const about = { invoiceId: row.invoiceId, outletId: row.outletId, at: now }
      return [recorded(row, about, { state: 'waiting', why, until, content: row.record.content })]
    })
    await store.exports.bulkPut(waiting)
    return assessInvoices(
      store,
      waiting.map(row => row.invoiceId),
    )
  })
  sender.changed(changed)
}

/** Puts off everything that waits in the outbox until `at` (now: it may go on at once). */
export function postpone(store: Store, at: Instant): Promise<void> {
  return store.transaction('rw', store.outbox, async () => {
    await store.outbox.toCollection().modify(row => {
      row.nextAttemptAt = at
    })
  })
}
