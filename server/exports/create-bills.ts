import { randomUUID } from 'node:crypto'
import type { ExportProgress } from '#lib/api/exports.ts'
import { equals } from '#lib/domain/money.ts'
import type { Ledger } from '../ledger/port.ts'
import { attempt } from './attempt.ts'
import { batches } from './batches.ts'
import type { DrainContext } from './drain.ts'
import { keyOf, type Pending, settle, toMake } from './pending.ts'
import type { Change } from './update-bills.ts'

/**
 * Makes the bills of these exports. A bill that stands already is linked rather than made a second time; one
 * that an earlier export of the same invoice made, and that came to another total, is changed instead.
 * Calls for N bills: N/50, and what one `find` costs.
 * @returns what is to be changed
 */
export async function createBills(
  context: DrainContext,
  ledger: Ledger,
  exports: readonly Pending[],
): Promise<Change[]> {
  const workspace = exports[0]?.workspace
  if (workspace === undefined) return []
  const standing = await ledger.find(exports.map(one => keyOf(context, one)))
  const fresh: Pending[] = []
  const links: { id: string; progress: ExportProgress }[] = []
  const changes: Change[] = []
  for (const [index, one] of exports.entries()) {
    const bill = standing[index]
    if (bill && !equals(bill.total, one.request.bill.total))
      changes.push({ export: one, billId: bill.id, submittedToo: false })
    else if (bill)
      // What we tried to make before is ours, not linked.
      links.push({ id: one.id, progress: { state: 'posted', bill, linked: one.tries === 0, accepted: null } })
    // Two invoices alike at once: the second waits, and then finds the first's bill.
    else if (!fresh.some(other => alike(other, one))) fresh.push(one)
  }
  await settle(context, workspace, links)
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

function alike({ request: { bill: one } }: Pending, { request: { bill: other } }: Pending): boolean {
  const sameContact =
    (one.contact.id !== null && one.contact.id === other.contact.id) ||
    one.contact.name.toLowerCase() === other.contact.name.toLowerCase()
  return (
    sameContact && one.kind === other.kind && one.number === other.number && equals(one.total, other.total)
  )
}
