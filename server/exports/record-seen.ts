import type { ExportProgress } from '#lib/api/exports.ts'
import { type Bill, isGone } from '#lib/domain/bill.ts'
import { billEdits } from '#lib/domain/bill-edits.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import { contentHash } from '#lib/domain/content-hash.ts'
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
    const freshly = (known: Bill) => {
      const seen = seenOf(known)
      return seen === null || isOlder(seen.bill, known) ? null : seen
    }
    const progress =
      before.state === 'refused'
        ? refusalAfter(before, before.bill, freshly)
        : postedAfter(one, before, freshly, lockedUntil)
    if (progress === null) continue
    if (!one.overtaken && isNews(before, progress)) news.push({ id: one.id, progress })
    else await sql.query('UPDATE exports SET progress = $2 WHERE id = $1', [one.id, JSON.stringify(progress)])
  }
  await setProgress(sql, workspace, news, 'in-the-ledger')
  return news.length
}

type Posted = ExportProgress & { state: 'posted' }
type Refused = ExportProgress & { state: 'refused' }
type Look = (known: Bill) => Seen | null

/** We know the bill as it was later: our own change of it was answered while the ledger was asked. */
function isOlder(seen: Bill, known: Bill): boolean {
  return seen.changedAt !== null && known.changedAt !== null && seen.changedAt < known.changedAt
}

/** A refusal for the bill's state tells that state. */
function refusalAfter(before: Refused, known: Bill, look: Look): Refused | null {
  const seen = look(known)
  if (seen === null) return null
  const bill = merged(known, seen.bill)
  const { failure } = before
  return {
    ...before,
    bill,
    failure: failure.billState === null ? failure : { ...failure, billState: bill.state },
  }
}

function postedAfter(
  { posted, request }: FollowedExport,
  before: Posted,
  look: Look,
  lockedUntil: LocalDate | null | 'as-known',
): Posted | null {
  const { drift, corrections, ...rest } = before
  const seen = look(before.bill)
  const seenCorrections = corrections?.map(known => ({ known, seen: look(known) }))
  if (seen === null && !seenCorrections?.some(one => one.seen)) return null
  const bill = seen ? merged(before.bill, seen.bill) : before.bill
  // Of a bill that was linked, and of one that is corrected, the lines are not what was sent last.
  const isOurs = !before.linked && request?.operation.kind !== 'difference'
  const edits = seen?.whole
    ? billEdits(posted ?? before.bill, isOurs ? (request?.bill ?? null) : null, seen.whole)
    : (drift?.edits ?? [])
  const lock = lockedUntil === 'as-known' || seen === null ? (drift?.lockedUntil ?? null) : lockedUntil
  const next = driftOf(bill, edits, lock)
  return {
    ...rest,
    bill,
    ...(next && { drift: next }),
    ...(seenCorrections && {
      corrections: seenCorrections.map(one => (one.seen ? merged(one.known, one.seen.bill) : one.known)),
    }),
  }
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

/** Whether anything differs but the moments at which bills were seen and changed. */
function isNews(before: Posted | Refused, after: Posted | Refused): boolean {
  return told(before) !== told(after)
}

function told(progress: Posted | Refused): string {
  const { bill } = progress
  const bills = [bill, ...(progress.state === 'posted' ? (progress.corrections ?? []) : [])].map(
    one => one && { ...one, seenAt: null, changedAt: null },
  )
  const drift = progress.state === 'posted' ? (progress.drift ?? null) : null
  const billState = progress.state === 'refused' ? progress.failure.billState : null
  return contentHash([bills, drift, billState])
}
