import type { ExportProgress } from '#lib/api/exports.ts'
import { addMilliseconds, type Instant } from '#lib/domain/instant.ts'
import { equals } from '#lib/domain/money.ts'
import type { Ledger } from '../ledger/port.ts'
import { attempt } from './attempt.ts'
import type { DrainContext } from './drain.ts'
import { keyOf, type Pending, settle, toMake } from './pending.ts'
import { postedProgress } from './posted-progress.ts'
import { takenBills } from './taken-bills.ts'

/** How long a ledger surely remembers an idempotency key: less than the six minutes of facts/xero.md. */
const REMEMBERED = 5 * 60_000
/** How often one key is tried: a ledger that does not take it is asked under another one. */
const TIMES = 3
/** A ledger that has made some bills of a call may be about to make the others. */
const SETTLING = 10_000

/**
 * Exports whose outcome is not known. Found in the ledger they are posted. What is not found may still be on
 * its way there: while the key is remembered the very same call is made again, which has an effect once only;
 * later, or where a part of the call was found, they are sent anew.
 * @returns when to look again, where it is too early to decide; else null
 */
export async function lookUp(
  context: DrainContext,
  ledger: Ledger,
  unknown: readonly Pending[],
): Promise<Instant | null> {
  const workspace = unknown[0]?.workspace
  if (workspace === undefined) return null
  const creates = unknown.filter(
    ({ request: { operation } }) => operation.kind === 'create' || operation.kind === 'difference',
  )
  const found = await ledger.find(creates.map(one => keyOf(context, one)))
  const isTaken = await takenBills(
    context.database,
    workspace,
    found.flatMap(bill => bill?.id ?? []),
  )
  const absent: Pending[] = []
  const moves: { id: string; progress: ExportProgress }[] = []
  for (const [index, one] of creates.entries()) {
    const bill = found[index]
    // What is another invoice's is not what this one made.
    if (!bill || isTaken(bill.id, one.request)) absent.push(one)
    // One that came to another total is ours all the same: sending it again changes it (create-bills.ts).
    else if (!equals(bill.total, one.request.bill.total)) moves.push(again(one))
    else moves.push({ id: one.id, progress: await postedProgress(context.database, one, bill, false) })
  }
  // An update is the same whether it is done once or twice: it is simply made again.
  for (const one of unknown) if (one.request.operation.kind === 'update') moves.push(again(one))
  const later: Instant[] = []
  for (const [key, exports] of byBatch(absent)) {
    const verdict = judge(context, exports)
    if (verdict.kind === 'repeat') {
      await attempt(context, {
        exports,
        key,
        make: (batch, sameKey) =>
          ledger.create(
            batch.map(one => toMake(context, one)),
            sameKey,
          ),
      })
    } else if (verdict.kind === 'wait') later.push(verdict.until)
    else moves.push(...exports.map(again))
  }
  await settle(context, workspace, moves)
  return later.sort()[0] ?? null
}

type Verdict = { kind: 'repeat' } | { kind: 'anew' } | { kind: 'wait'; until: Instant }

function judge({ clock }: DrainContext, exports: readonly Pending[]): Verdict {
  const batch = exports[0]?.batch
  if (!batch) return { kind: 'anew' }
  const now = clock()
  const due = addMilliseconds(now, batch.last + pause(batch.times) - Date.parse(now))
  const whole = exports.length === batch.size
  if (whole && batch.times < TIMES && Date.parse(now) - batch.began < REMEMBERED)
    return due > now ? { kind: 'wait', until: due } : { kind: 'repeat' }
  const settled = addMilliseconds(now, batch.last + SETTLING - Date.parse(now))
  return settled > now ? { kind: 'wait', until: settled } : { kind: 'anew' }
}

/** A second try comes at once, since the ledger was asked in between; each further one later. */
function pause(times: number): number {
  return times <= 1 ? 0 : 1000 * 2 ** times
}

function again({ id }: Pending): { id: string; progress: ExportProgress } {
  return { id, progress: { state: 'accepted' } }
}

function byBatch(exports: readonly Pending[]): Map<string, Pending[]> {
  const batches = new Map<string, Pending[]>()
  for (const one of exports) {
    const key = one.batch?.key ?? ''
    batches.set(key, [...(batches.get(key) ?? []), one])
  }
  return batches
}
