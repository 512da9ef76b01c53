import { addMilliseconds, type Clock, type Instant } from '#lib/domain/instant.ts'
import type { Database } from '../database/database.ts'
import { type Ledger, LedgerTrouble } from '../ledger/port.ts'
import type { BackOff } from './back-off.ts'
import { checkDifferences } from './check-differences.ts'
import { createBills } from './create-bills.ts'
import { type Choice, linkChosen } from './link-chosen.ts'
import { lookUp } from './look-up.ts'
import { noteCorrections } from './note-corrections.ts'
import { type Pending, pendingExports, settle } from './pending.ts'
import { type Change, updateBills } from './update-bills.ts'

/** What a drain needs of the world. */
export interface DrainContext {
  database: Database
  clock: Clock
  backOff: BackOff
  /** @throws LedgerTrouble `connection-lost` when there is no consent any more */
  ledgerOf(connectionId: string): Promise<Ledger>
  /** Where a bill in the ledger leads a person back to. */
  linkOf(outletId: string, invoiceId: string): string
  /** Called after each change, so that readers who wait are told. */
  changed(workspace: string): void
  /** The ledger no longer lets us in: noted on the connection. */
  consentOf(connectionId: string): Promise<string | null>
  /** False where a new consent came meanwhile. */
  lost(connectionId: string, consent: string): Promise<boolean>
  /** The server stops: nothing new is begun. */
  stopping: AbortSignal
}

/** After this a drain leaves its place and lines up again. */
const TURN = 4 * 60_000

/** Longer waits than this are shown to people, with their end. */
const WORTH_TELLING = 5000

/**
 * Sends all that a connection has to send, in batches, and looks up what has no known outcome before
 * anything else. One drain at a time per connection (jobs.ts).
 * @returns when to come again, or null when there is nothing to do until somebody calls
 */
export async function drain(context: DrainContext, connectionId: string): Promise<Instant | null> {
  const turn = addMilliseconds(context.clock(), TURN)
  while (!context.stopping.aborted) {
    if (context.clock() > turn) return context.clock()
    const pending = await pendingExports(context, connectionId)
    const parked = parkedUntil(pending, context.clock())
    if (parked) return parked
    const consent = await context.consentOf(connectionId)
    try {
      if (pending.length === 0) {
        await noteCorrections(context, connectionId)
        context.backOff.over(connectionId)
        return null
      }
      const ledger = await context.ledgerOf(connectionId)
      const unknown = pending.filter(({ progress: { state } }) => state === 'sent' || state === 'checking')
      // The outcome of what was sent comes first: nothing goes out while it is open.
      const again =
        unknown.length > 0 ? await lookUp(context, ledger, unknown) : await send(context, ledger, pending)
      if (again) return again
      context.backOff.over(connectionId)
    } catch (error) {
      return await troubled(context, { connectionId, consent }, pending, error)
    }
  }
  return null
}

async function send(context: DrainContext, ledger: Ledger, pending: readonly Pending[]): Promise<null> {
  const creates = pending.filter(({ request }) => request.operation.kind === 'create')
  const updates = pending.flatMap((one): Change[] => {
    const { operation } = one.request
    return operation.kind === 'update'
      ? [{ export: one, billId: operation.billId, submittedToo: operation.submittedToo }]
      : []
  })
  const choices = pending.flatMap((one): Choice[] => {
    const { operation } = one.request
    return operation.kind === 'link' ? [{ export: one, billId: operation.billId }] : []
  })
  await linkChosen(context, ledger, choices)
  const differences = await checkDifferences(context, ledger, pending)
  const changes = await createBills(context, ledger, [...creates, ...differences])
  await updateBills(context, ledger, [...changes, ...updates])
  return null
}

/** The ledger said when it may be called again: until then it is not. */
function parkedUntil(pending: readonly Pending[], now: Instant): Instant | null {
  const ends = pending.flatMap(({ progress }) =>
    progress.state === 'waiting' && progress.until !== null && progress.until > now ? [progress.until] : [],
  )
  return ends.sort().at(-1) ?? null
}

/** Trouble of a call: what follows for the exports, and when to come again. */
async function troubled(
  context: DrainContext,
  { connectionId, consent }: { connectionId: string; consent: string | null },
  pending: readonly Pending[],
  error: unknown,
): Promise<Instant | null> {
  if (!(error instanceof LedgerTrouble)) throw error
  const now = context.clock()
  const later = addMilliseconds(now, context.backOff.failed(connectionId))
  if (error.kind === 'connection-lost') {
    if (consent !== null && !(await context.lost(connectionId, consent))) return later
    await waiting(context, connectionId, pending, { why: 'reconnect', until: null })
    // A new consent wakes the drain (session-routes.ts).
    return null
  }
  if (error.kind !== 'rate-limit') return later
  const until = error.until ?? later
  if (Date.parse(until) - Date.parse(now) > WORTH_TELLING)
    await waiting(context, connectionId, pending, { why: 'rate-limit', until })
  return until
}

/** All that a connection has to send waits; what has an unknown outcome stays so, to be looked up first. */
async function waiting(
  context: DrainContext,
  connectionId: string,
  pending: readonly Pending[],
  reason: { why: 'reconnect' | 'rate-limit'; until: Instant | null },
): Promise<void> {
  const workspace = pending[0]?.workspace
  if (workspace === undefined) return
  const rows = await context.database.query<{ id: string }>(
    "SELECT id FROM exports WHERE connection_id = $1 AND state IN ('accepted', 'waiting')",
    [connectionId],
  )
  const progress = { state: 'waiting' as const, ...reason }
  await settle(
    context,
    workspace,
    rows.map(({ id }) => ({ id, progress })),
  )
}
