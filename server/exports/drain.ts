import { randomUUID } from 'node:crypto'
import type { ExportProgress } from '#lib/api/exports.ts'
import type { Bill } from '#lib/domain/bill.ts'
import { addMilliseconds, type Clock } from '#lib/domain/instant.ts'
import type { Database } from '../database/database.ts'
import { type BillToMake, type Ledger, LedgerTrouble, type Outcome } from '../ledger/port.ts'
import { type Pending, pendingExports, setProgress } from './export-store.ts'

/** What a drain needs of the world. */
export interface DrainContext {
  database: Database
  clock: Clock
  /** @throws LedgerTrouble `connection-lost` when there is no consent any more */
  ledgerOf(connectionId: string): Promise<Ledger>
  linkOf(outletId: string, invoiceId: string): string
  /** The ledger refused the token: the next call refreshes it. */
  distrust(connectionId: string): Promise<void>
  /** Called after each batch, so that readers who wait are told. */
  changed(workspace: string): void
}

/** What one round looks up together and then sends batch by batch. */
const AT_ONCE = 500

/** How long a drain waits by itself before it gives its place up. */
const PATIENCE = 60_000

/**
 * Sends all that a connection has to send, in batches, and looks up what has no known outcome before
 * anything else. One drain at a time per connection (jobs.ts).
 * @returns when to come again, or null when nothing is left
 */
export async function drain(context: DrainContext, connectionId: string): Promise<Date | null> {
  let refreshed = false
  for (;;) {
    const pending = await pendingExports(context.database, connectionId, AT_ONCE)
    if (pending.length === 0) return null
    try {
      const ledger = await context.ledgerOf(connectionId)
      const unknown = pending.filter(
        ({ progress }) => progress.state === 'sent' || progress.state === 'checking',
      )
      // The outcome of what was sent comes first: nothing goes out while it is open.
      await (unknown.length > 0 ? lookUp(context, ledger, unknown) : send(context, ledger, pending))
    } catch (error) {
      // A token may end before its time: refreshed once, a second refusal means that the consent is gone.
      if (error instanceof LedgerTrouble && error.kind === 'connection-lost' && !refreshed) {
        refreshed = true
        await context.distrust(connectionId)
        for (const one of pending) {
          if (one.progress.state === 'sent') await settle(context, one, { state: 'accepted' })
        }
        continue
      }
      return troubled(context, connectionId, error)
    }
  }
}

/** Exports whose outcome is not known: found in the ledger they are posted, else they are sent once more. */
async function lookUp(context: DrainContext, ledger: Ledger, unknown: Pending[]): Promise<void> {
  const creates = unknown.filter(({ request }) => request.operation.kind === 'create')
  const found = await ledger.find(creates.map(pending => keyOf(context, pending)))
  for (const [index, pending] of creates.entries()) {
    const bill = found[index]
    await settle(context, pending, bill ? posted(bill, false) : { state: 'accepted' })
  }
  // An update is the same whether it is done once or twice: it is simply made again.
  for (const pending of unknown) {
    if (pending.request.operation.kind === 'update') await settle(context, pending, { state: 'accepted' })
  }
}

async function send(context: DrainContext, ledger: Ledger, pending: Pending[]): Promise<void> {
  await create(
    context,
    ledger,
    pending.filter(({ request }) => request.operation.kind === 'create'),
  )
  await update(
    context,
    ledger,
    pending.filter(({ request }) => request.operation.kind === 'update'),
  )
}

async function create(context: DrainContext, ledger: Ledger, pending: Pending[]): Promise<void> {
  if (pending.length === 0) return
  const standing = await ledger.find(pending.map(one => keyOf(context, one)))
  const fresh: Pending[] = []
  for (const [index, one] of pending.entries()) {
    const bill = standing[index]
    if (bill) await settle(context, one, posted(bill, true))
    // Two invoices alike in one batch: the second waits, and then finds the first's bill.
    else if (!fresh.some(other => alike(other, one))) fresh.push(one)
  }
  for (let start = 0; start < fresh.length; start += ledger.batch) {
    await attempt(context, fresh.slice(start, start + ledger.batch), (batch, key) =>
      ledger.create(
        batch.map(one => toMake(context, one)),
        key,
      ),
    )
  }
}

async function update(context: DrainContext, ledger: Ledger, pending: Pending[]): Promise<void> {
  if (pending.length === 0) return
  const operations = pending.flatMap(one =>
    one.request.operation.kind === 'update' ? [{ one, operation: one.request.operation }] : [],
  )
  const bills = await ledger.read(
    operations.map(({ one, operation }) => ({ id: operation.billId, kind: one.request.bill.kind })),
  )
  const editable: Pending[] = []
  for (const [index, entry] of operations.entries()) {
    const bill = bills[index]
    const free = bill?.state === 'draft' || (bill?.state === 'submitted' && entry.operation.submittedToo)
    if (bill && free) editable.push(entry.one)
    else if (bill) await settle(context, entry.one, invalidModification(bill))
  }
  for (let start = 0; start < editable.length; start += ledger.batch) {
    await attempt(context, editable.slice(start, start + ledger.batch), (batch, key) =>
      ledger.update(
        batch.flatMap(one => {
          const { operation } = one.request
          return operation.kind === 'update' ? [{ ...toMake(context, one), id: operation.billId }] : []
        }),
        key,
      ),
    )
  }
}

/**
 * Writes the attempt, makes the call, settles each outcome. What was cancelled meanwhile is left out:
 * the attempt claims each export in the very transaction that marks it as sent.
 */
async function attempt(
  context: DrainContext,
  wanted: Pending[],
  call: (batch: Pending[], key: string) => Promise<Outcome[]>,
): Promise<void> {
  const key = randomUUID()
  const batch = await context.database.transaction(async sql => {
    const open = await sql.query<{ id: string }>(
      "SELECT id FROM exports WHERE id = ANY($1) AND state IN ('accepted', 'waiting') FOR UPDATE",
      [wanted.map(({ id }) => id)],
    )
    const claimed = wanted.filter(({ id }) => open.some(row => row.id === id))
    for (const { id, workspace } of claimed) {
      await sql.query(
        'INSERT INTO attempts (id, export_id, batch_key, started_at) VALUES ($1, $2, $3, now())',
        [randomUUID(), id, key],
      )
      await setProgress(sql, workspace, id, { state: 'sent' })
    }
    return claimed
  })
  if (batch.length === 0) return
  notify(context, batch)
  const outcomes = await call(batch, key)
  await context.database.transaction(async sql => {
    for (const [index, { id, workspace }] of batch.entries()) {
      const outcome = outcomes[index]
      if (!outcome) throw new Error('The ledger answered for fewer bills than it was sent')
      await sql.query(
        'UPDATE attempts SET ended_at = now(), outcome = $3 WHERE export_id = $1 AND batch_key = $2',
        [id, key, outcome.kind],
      )
      await setProgress(sql, workspace, id, progressOf(outcome))
    }
  })
  notify(context, batch)
}

/** Trouble of a call: what follows for the exports, and when to come again; null: when somebody calls. */
async function troubled(context: DrainContext, connectionId: string, error: unknown): Promise<Date | null> {
  const pending = await pendingExports(context.database, connectionId, 5000)
  if (!(error instanceof LedgerTrouble)) throw error
  const now = context.clock()
  switch (error.kind) {
    case 'unknown-outcome': {
      for (const one of pending) {
        if (one.progress.state === 'sent') await settle(context, one, { state: 'checking' })
      }
      return new Date(Date.parse(addMilliseconds(now, 1000)))
    }
    case 'not-sent':
      return new Date(Date.parse(addMilliseconds(now, 2000)))
    case 'rate-limit': {
      const until = error.until ?? addMilliseconds(now, 5000)
      // A 429 says that nothing was done.
      const far = Date.parse(until) - Date.parse(now) > PATIENCE
      for (const one of pending) {
        if (one.progress.state === 'sent' || far) {
          await settle(
            context,
            one,
            far ? { state: 'waiting', why: 'rate-limit', until } : { state: 'accepted' },
          )
        }
      }
      return new Date(until)
    }
    case 'connection-lost': {
      for (const one of pending)
        await settle(context, one, { state: 'waiting', why: 'reconnect', until: null })
      // A new consent wakes the drain (session-routes.ts).
      return null
    }
  }
}

function keyOf(context: DrainContext, { request }: Pending) {
  const { kind, number, contact, total, currency, date } = request.bill
  return {
    kind,
    number,
    contact,
    total,
    currency,
    date,
    link: context.linkOf(request.outletId, request.invoiceId),
  }
}

function toMake(context: DrainContext, { request }: Pending): BillToMake {
  return { bill: request.bill, link: context.linkOf(request.outletId, request.invoiceId) }
}

function alike({ request: { bill: a } }: Pending, { request: { bill: b } }: Pending): boolean {
  return (
    a.kind === b.kind && a.number === b.number && a.contact.name === b.contact.name && a.total === b.total
  )
}

function posted(bill: Bill, linked: boolean): ExportProgress {
  return { state: 'posted', bill, linked, accepted: null }
}

function invalidModification(bill: Bill): ExportProgress {
  const raw = 'Invoice not of valid status for modification'
  const failure = { code: 'invalid-modification', raw, billState: bill.state }
  return { state: 'refused', failure, bill: bill.state === 'missing' ? null : bill, billContent: null }
}

function progressOf(outcome: Outcome): ExportProgress {
  return outcome.kind === 'posted'
    ? posted(outcome.bill, false)
    : { state: 'refused', failure: outcome.failure, bill: outcome.bill, billContent: null }
}

async function settle(
  context: DrainContext,
  { id, workspace }: Pending,
  progress: ExportProgress,
): Promise<void> {
  await context.database.transaction(sql => setProgress(sql, workspace, id, progress))
  context.changed(workspace)
}

function notify(context: DrainContext, batch: Pending[]): void {
  for (const workspace of new Set(batch.map(one => one.workspace))) context.changed(workspace)
}
