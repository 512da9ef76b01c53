import type { ExportProgress } from '#lib/api/exports.ts'
import { type Bill, isGone } from '#lib/domain/bill.ts'
import { billEdits } from '#lib/domain/bill-edits.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import type { BillEdit, Drift } from '#lib/domain/drift.ts'
import type { LocalDate } from '#lib/domain/instant.ts'
import type { Sql } from '../database/database.ts'
import { setProgress } from './export-store.ts'
import type { FollowedExport } from './followed.ts'

/** A bill as the ledger shows it now; with its lines, where somebody changed it. */
export interface Seen {
  bill: Bill
  whole: BillWhole | null
}

/**
 * Notes how bills were seen on the exports that they belong to, within `changing`. What a person would see
 * takes a new sequence and so reaches every reader; the rest is kept in silence.
 * @returns how many exports have news
 */
export async function recordSeen(
  sql: Sql,
  workspace: string,
  exports: readonly FollowedExport[],
  seenOf: (bill: Bill) => Seen | null,
  lockedUntil: LocalDate | null | 'as-known',
): Promise<number> {
  const news: { id: string; progress: ExportProgress }[] = []
  for (const one of exports) {
    const before = one.progress
    if ((before.state !== 'posted' && before.state !== 'refused') || before.bill === null) continue
    const seen = seenOf(before.bill)
    if (seen === null || isOlder(seen.bill, before.bill)) continue
    const progress = progressAfter(one, before, before.bill, seen, lockedUntil)
    if (!one.overtaken && isNews(before, progress)) news.push({ id: one.id, progress })
    else await sql.query('UPDATE exports SET progress = $2 WHERE id = $1', [one.id, JSON.stringify(progress)])
  }
  await setProgress(sql, workspace, news, 'in-the-ledger')
  return news.length
}

type WithBill = ExportProgress & { state: 'posted' | 'refused' }

/** We know the bill as it was later: our own change of it was answered while the ledger was asked. */
function isOlder(seen: Bill, known: Bill): boolean {
  return seen.changedAt !== null && known.changedAt !== null && seen.changedAt < known.changedAt
}

function progressAfter(
  { posted, request }: FollowedExport,
  before: WithBill,
  known: Bill,
  seen: Seen,
  lockedUntil: LocalDate | null | 'as-known',
): WithBill {
  const bill = merged(known, seen.bill)
  if (before.state === 'refused') {
    // A refusal for the bill's state tells that state.
    const { failure } = before
    return {
      ...before,
      bill,
      failure: failure.billState === null ? failure : { ...failure, billState: bill.state },
    }
  }
  const { drift, ...rest } = before
  const edits = seen.whole
    ? billEdits(posted ?? known, before.linked ? null : (request?.bill ?? null), seen.whole)
    : (drift?.edits ?? [])
  const lock = lockedUntil === 'as-known' ? (drift?.lockedUntil ?? null) : lockedUntil
  const next = driftOf(bill, edits, lock)
  return { ...rest, bill, ...(next && { drift: next }) }
}

/** Of a bill that is gone, what it said last is worth more than what the ledger says of it. */
function merged(known: Bill, seen: Bill): Bill {
  if (!isGone(seen)) return seen
  const { state, seenAt, changedAt } = seen
  return { ...known, state, seenAt, changedAt: changedAt ?? known.changedAt }
}

function driftOf({ state, date }: Bill, edits: BillEdit[], lockedUntil: LocalDate | null): Drift | null {
  const stuck =
    (state === 'draft' || state === 'submitted') &&
    date !== null &&
    lockedUntil !== null &&
    date <= lockedUntil
  return edits.length > 0 || stuck ? { edits, lockedUntil: stuck ? lockedUntil : null } : null
}

/** Whether anything differs but the moments at which the bill was seen and changed. */
function isNews(before: WithBill, after: WithBill): boolean {
  return told(before) !== told(after)
}

function told(progress: WithBill): string {
  const { seenAt: _, changedAt: __, ...bill } = progress.bill ?? { seenAt: null, changedAt: null }
  const drift = progress.state === 'posted' ? progress.drift : undefined
  const billState = progress.state === 'refused' ? progress.failure.billState : null
  return JSON.stringify([
    Object.entries(bill).sort(([one], [other]) => (one < other ? -1 : 1)),
    drift ?? null,
    billState,
  ])
}
