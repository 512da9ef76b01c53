import type { BillKind } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { requestIdOf } from './batch.ts'
import { callQuickbooks } from './quickbooks-api.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { entityOf } from './wire-transaction.ts'

/** The most characters of a note. */
const MOST = 2000

/** Attaches a note to a bill or vendor credit: its memo would be an edit of the bill itself. */
export async function noteOnBill(
  company: QuickbooksCompany,
  { id, kind }: { id: BillId; kind: BillKind },
  text: string,
  key: string,
): Promise<boolean> {
  const body = {
    AttachableRef: [{ EntityRef: { type: entityOf[kind], value: id } }],
    Note: text.slice(0, MOST),
  }
  const query = { requestid: requestIdOf(key, 'note') }
  const answer = await callQuickbooks(company, { method: 'POST', path: '/attachable', query, body }, true)
  return answer.ok
}
