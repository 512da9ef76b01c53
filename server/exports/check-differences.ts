import type { ExportProgress } from '#lib/api/exports.ts'
import { isGone } from '#lib/domain/bill.ts'
import type { Ledger } from '../ledger/port.ts'
import type { DrainContext } from './drain.ts'
import { contentOfBill } from './export-store.ts'
import { type Pending, settle } from './pending.ts'

/**
 * The differences that may still be sent: their bill says what it said when they were worked out. The others
 * are refused, with the bill as it stands.
 */
export async function checkDifferences(
  context: DrainContext,
  ledger: Ledger,
  exports: readonly Pending[],
): Promise<Pending[]> {
  const wanted = exports.flatMap(one => {
    const { operation } = one.request
    return operation.kind === 'difference' ? [{ one, of: operation.of }] : []
  })
  const workspace = wanted[0]?.one.workspace
  if (workspace === undefined) return []
  const bills = await ledger.read(wanted.map(({ of: { id, kind } }) => ({ id, kind })))
  const valid: Pending[] = []
  const refusals: { id: string; progress: ExportProgress }[] = []
  for (const [index, { one, of }] of wanted.entries()) {
    const bill = bills[index]
    if (!bill) continue
    if (!isGone(bill) && bill.changedAt === of.changedAt) {
      valid.push(one)
      continue
    }
    const content = await contentOfBill(context.database, workspace, bill.id)
    const raw = `The bill was changed at ${bill.changedAt ?? 'a time that is not told'}`
    const failure = { code: 'bill-changed', raw, billState: bill.state }
    const billContent = content as typeof one.request.bill.content | null
    const known = bill.state === 'missing' ? null : bill
    refusals.push({ id: one.id, progress: { state: 'refused', failure, bill: known, billContent } })
  }
  await settle(context, workspace, refusals)
  return valid
}
