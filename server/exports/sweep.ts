import { type Bill, isGone } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { addMilliseconds, type Clock, type Instant, instantOf, type LocalDate } from '#lib/domain/instant.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Database } from '../database/database.ts'
import { type Ledger, LedgerTrouble } from '../ledger/port.ts'
import type { BackOff } from './back-off.ts'
import { changing } from './export-store.ts'
import { exportsOfBills, exportsToLock, followingOf } from './followed.ts'
import { recordSeen, type Seen } from './record-seen.ts'

/** What a sweep needs of the world. */
export interface SweepContext {
  database: Database
  clock: Clock
  backOff: BackOff
  /** For a patient caller. @throws LedgerTrouble `connection-lost` when there is no consent any more */
  ledgerOf(connectionId: string): Promise<Ledger>
  /** The day up to which an organisation's books are locked, as known for at most a day; null where none is. */
  lockedUntil(connectionId: string, ledger: Ledger): Promise<LocalDate | null>
  /** Milliseconds between two sweeps of a connection. */
  intervalOf(ledger: LedgerKind): number
  /** Called after each change, so that readers who wait are told. */
  changed(workspace: string): void
  /** The ledger no longer lets us in: noted on the connection. */
  /** False where a new consent came meanwhile. */
  lost(connectionId: string, consent: string): Promise<boolean>
}

/** How often a connection is swept. */
export const SWEEP_EVERY = 15 * 60_000

/** A sweep begins so much before the last one did: clocks differ, and a ledger may tell late. */
const OVERLAP = 5 * 60_000
/** Exports go first: a sweep that meets some comes again after this. */
const YIELD = 60_000

/**
 * Asks the ledger what changed since the last sweep, and notes it on the exports whose bills these are. One
 * sweep at a time per connection (jobs.ts). Calls: one a thousand bills that changed in the organisation, one
 * more for credits where any is followed, and one a forty of ours that somebody else changed, for their lines.
 * @returns when to come again, or null when there is nothing to follow until something is exported
 */
export async function sweep(context: SweepContext, connectionId: string): Promise<Instant | null> {
  const { database, clock, backOff } = context
  const now = clock()
  const connection = await readConnection(database, connectionId)
  const following = connection && (await followingOf(database, connectionId, now))
  // Whoever connects again, or exports, has a sweep come (jobs.ts).
  if (!connection || connection.lost || following === null) return null
  if (await isExporting(database, connectionId)) return addMilliseconds(now, YIELD)
  try {
    const ledger = await context.ledgerOf(connectionId)
    const since = addMilliseconds(connection.sweptTo ?? following.from, -OVERLAP)
    const changed = await ledger.changedSince(since, following.kinds)
    const lockedUntil = following.drafts ? await context.lockedUntil(connectionId, ledger) : null
    const where = { workspace: connection.workspace, connectionId }
    const seen = await lookAt(database, ledger, where, changed)
    const news = await changing(database, connection.workspace, async sql => {
      const exports = await exportsOfBills(sql, connection.workspace, connectionId, [...seen.keys()])
      const changes = await recordSeen(
        sql,
        connection.workspace,
        exports,
        ({ id }) => seen.get(id) ?? null,
        lockedUntil,
      )
      const locked = await exportsToLock(sql, connection.workspace, connectionId, lockedUntil, now)
      const asKnown = (bill: Bill): Seen => ({ bill, whole: null })
      await sql.query('UPDATE connections SET swept_to = $2 WHERE id = $1', [connectionId, now])
      return changes + (await recordSeen(sql, connection.workspace, locked, asKnown, lockedUntil))
    })
    if (news > 0) context.changed(connection.workspace)
    backOff.over(connectionId)
    return addMilliseconds(now, context.intervalOf(connection.ledger))
  } catch (error) {
    if (!(error instanceof LedgerTrouble)) throw error
    if (error.kind === 'connection-lost') {
      return (await context.lost(connectionId, connection.consent)) ? null : addMilliseconds(clock(), YIELD)
    }
    return error.until ?? addMilliseconds(clock(), YIELD + backOff.failed(connectionId))
  }
}

/** Those bills among the changed that are followed and that we do not know so yet, with their lines. */
async function lookAt(
  database: Database,
  ledger: Ledger,
  { workspace, connectionId }: { workspace: string; connectionId: string },
  changed: readonly Bill[],
): Promise<Map<BillId, Seen>> {
  const ids = changed.map(({ id }) => id)
  const exports = ids.length > 0 ? await exportsOfBills(database, workspace, connectionId, ids) : []
  const known = new Map<BillId, Bill>()
  for (const { progress } of exports) {
    if ((progress.state === 'posted' || progress.state === 'refused') && progress.bill)
      known.set(progress.bill.id, progress.bill)
    if (progress.state === 'posted')
      for (const correction of progress.corrections ?? []) known.set(correction.id, correction)
  }
  const unknown = changed.filter(bill => {
    const before = known.get(bill.id)
    return before?.kind === bill.kind && !isSame(before, bill)
  })
  const standing = unknown.filter(bill => !isGone(bill))
  const wholes = standing.length > 0 ? await ledger.readWhole(standing) : []
  const seen = new Map<BillId, Seen>(unknown.filter(isGone).map(bill => [bill.id, { bill, whole: null }]))
  // One that is gone since is told of as such the next time.
  for (const whole of wholes) if (whole) seen.set(whole.bill.id, { bill: whole.bill, whole })
  return seen
}

/** Nothing happened to it since we saw it last; our own doing is seen as it is answered. */
function isSame(known: Bill, seen: Bill): boolean {
  if (isGone(seen) && known.state === seen.state) return true
  return known.changedAt !== null && known.changedAt === seen.changedAt && known.state === seen.state
}

async function readConnection(database: Database, connectionId: string) {
  const [row] = await database.query<{
    workspace_id: string
    consent_id: string
    ledger: LedgerKind
    lost_at: Date | null
    swept_to: Date | null
  }>('SELECT workspace_id, consent_id, ledger, lost_at, swept_to FROM connections WHERE id = $1', [
    connectionId,
  ])
  if (!row) return null
  const sweptTo = row.swept_to === null ? null : instantOf(new Date(row.swept_to))
  return {
    workspace: row.workspace_id,
    consent: row.consent_id,
    ledger: row.ledger,
    lost: row.lost_at !== null,
    sweptTo,
  }
}

async function isExporting(database: Database, connectionId: string): Promise<boolean> {
  const [row] = await database.query(
    "SELECT 1 FROM exports WHERE connection_id = $1 AND state IN ('accepted', 'sent', 'checking', 'waiting') LIMIT 1",
    [connectionId],
  )
  return row !== undefined
}
