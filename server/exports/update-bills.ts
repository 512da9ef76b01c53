import { randomUUID } from 'node:crypto'
import type { ExportProgress } from '#lib/api/exports.ts'
import type { Bill } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import type { Ledger, Outcome } from '../ledger/port.ts'
import { attempt } from './attempt.ts'
import { batches } from './batches.ts'
import type { DrainContext } from './drain.ts'
import { changing, contentOfBill, setProgress } from './export-store.ts'
import { type Pending, toMake } from './pending.ts'

/** A bill that is to say what its invoice says now. */
export interface Change {
  export: Pending
  billId: BillId
  /** A person agreed to pull the bill back out of an approval queue, or to change one that is posted. */
  submittedToo: boolean
}

/** What the ledger says when a bill can no longer be changed; its real state is then asked for. */
const stuck = new Set(['invalid-modification', 'payment-allocated'])

/**
 * Changes bills that are drafts still; a submitted or open one only where a person agreed; any other is refused with
 * its real state. The ledger is told DRAFT even so: it refuses what was approved in between.
 */
export async function updateBills(
  context: DrainContext,
  ledger: Ledger,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  const bills = await ledger.read(
    changes.map(({ billId, export: { request } }) => ({ id: billId, kind: request.bill.kind })),
  )
  const billIds = new Map<string, BillId>()
  const refusals: [Pending, Bill][] = []
  for (const [index, { export: one, billId, submittedToo }] of changes.entries()) {
    const bill = bills[index]
    if (!bill) continue
    const asked = bill.state === 'submitted' || bill.state === 'open'
    if (bill.state === 'draft' || (asked && submittedToo)) billIds.set(one.id, billId)
    else refusals.push([one, bill])
  }
  await refuse(context, refusals)
  const editable = changes.map(change => change.export).filter(({ id }) => billIds.has(id))
  for (const batch of batches(editable, ledger)) {
    await attempt(context, {
      exports: batch,
      key: randomUUID(),
      make: async (some, key) => {
        const toUpdate = some.flatMap(one => {
          const id = billIds.get(one.id)
          return id === undefined ? [] : [{ ...toMake(context, one), id }]
        })
        const outcomes = await ledger.update(toUpdate, key)
        return withRealStates(ledger, toUpdate, outcomes)
      },
    })
  }
}

/** A refusal as `invalid modification`, or to be asked first; with the bill as it really stands. */
async function refuse(context: DrainContext, refusals: readonly [Pending, Bill][]): Promise<void> {
  const workspace = refusals[0]?.[0].workspace
  if (workspace === undefined) return
  await changing(context.database, workspace, async sql => {
    const moves: { id: string; progress: ExportProgress }[] = []
    for (const [one, bill] of refusals) {
      // One that was to be made, and was found to come to another total, says nothing that any invoice says.
      const creates = one.request.operation.kind === 'create'
      const content = creates ? null : await contentOfBill(sql, workspace, bill.id)
      moves.push({
        id: one.id,
        progress: {
          state: 'refused',
          failure: failureOf(bill),
          bill: bill.state === 'missing' ? null : bill,
          billContent: content as typeof one.request.bill.content | null,
        },
      })
    }
    await setProgress(sql, workspace, moves)
  })
  context.changed(workspace)
}

function failureOf(bill: Bill) {
  return bill.state === 'open'
    ? { code: 'asks-first', raw: `The bill comes to ${bill.total}`, billState: bill.state }
    : {
        code: 'invalid-modification',
        raw: 'Invoice not of valid status for modification',
        billState: bill.state,
      }
}

/** Changed between our reading and our writing: what the bill is now belongs to the refusal. */
async function withRealStates(
  ledger: Ledger,
  updated: readonly { id: BillId; bill: { kind: Bill['kind'] } }[],
  outcomes: readonly Outcome[],
): Promise<Outcome[]> {
  const asked = updated
    .filter((_, index) => isStuck(outcomes[index]))
    .map(({ id, bill: { kind } }) => ({ id, kind }))
  if (asked.length === 0) return [...outcomes]
  const now = new Map((await ledger.read(asked)).map(bill => [bill.id, bill]))
  return outcomes.map((outcome, index) => {
    const bill = now.get(updated[index]?.id as BillId)
    if (!bill || outcome.kind !== 'refused') return outcome
    const failure = { ...outcome.failure, billState: bill.state }
    return { kind: 'refused', failure, bill: bill.state === 'missing' ? null : bill }
  })
}

function isStuck(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'refused' && stuck.has(outcome.failure.code)
}
