import { randomUUID } from 'node:crypto'
import type { ExportProgress } from '#lib/api/exports.ts'
import { equals } from '#lib/domain/money.ts'
import { isSameSupplier } from '#lib/domain/supplier-name.ts'
import type { Ledger } from '../ledger/port.ts'
import { attempt } from './attempt.ts'
import { batches } from './batches.ts'
import type { DrainContext } from './drain.ts'
import { likelyDuplicate } from './likely-duplicate.ts'
import { keyOf, type Pending, settle, toMake } from './pending.ts'
import { postedProgress } from './posted-progress.ts'
import { takenBills } from './taken-bills.ts'
import type { Change } from './update-bills.ts'

/**
 * Makes the bills of these exports. A bill that stands already is linked rather than made a second time; one
 * that an earlier export of the same invoice made, and that came to another total, is changed instead. Where one
 * only may be the same, or is another invoice's, nothing is made or linked: a person decides.
 * Calls for N bills: N/50, and what one search costs.
 * @returns what is to be changed
 */
export async function createBills(
  context: DrainContext,
  ledger: Ledger,
  exports: readonly Pending[],
): Promise<Change[]> {
  const workspace = exports[0]?.workspace
  if (workspace === undefined) return []
  const found = await ledger.standing(exports.map(one => keyOf(context, one)))
  const seen = found.flatMap(({ bill }) => bill?.id ?? [])
  const isTaken = await takenBills(context.database, workspace, seen)
  const fresh: Pending[] = []
  const ends: { id: string; progress: ExportProgress }[] = []
  const changes: Change[] = []
  for (const [index, one] of exports.entries()) {
    const { bill, alike } = found[index] ?? { bill: null, alike: [] }
    const taken = bill !== null && isTaken(bill.id, one.request)
    if (bill !== null && !taken) {
      if (equals(bill.total, one.request.bill.total)) {
        // What we tried to make before is ours, not linked.
        const progress = await postedProgress(context.database, one, bill, one.tries === 0)
        ends.push({ id: one.id, progress })
      } else changes.push({ export: one, billId: bill.id, submittedToo: false })
    } else if (taken || alike.length > 0) {
      const doubtful = taken ? [bill, ...alike] : alike
      ends.push({ id: one.id, progress: likelyDuplicate(one.request.bill, doubtful) })
    }
    // Two invoices alike at once: the second waits, and is then compared with the first's bill.
    else if (!fresh.some(other => isAlike(other, one))) fresh.push(one)
  }
  await settle(context, workspace, ends)
  for (const batch of batches(fresh, ledger)) {
    await attempt(context, {
      exports: batch,
      key: randomUUID(),
      make: (some, key) =>
        ledger.create(
          some.map(one => toMake(context, one)),
          key,
        ),
    })
  }
  return changes
}

/** The same number, and the same contact or total. */
function isAlike({ request: { bill: one } }: Pending, { request: { bill: other } }: Pending): boolean {
  const sameContact =
    one.contact.id === null && other.contact.id === null
      ? isSameSupplier(one.contact, other.contact)
      : one.contact.id === other.contact.id
  const sameTotal = one.currency === other.currency && equals(one.total, other.total)
  return one.kind === other.kind && one.number === other.number && (sameContact || sameTotal)
}
