import type { BillKind } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { callXero } from './xero-api.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** The most characters that a line of a history holds. */
const MOST = 2500

/** Enters a note in the history of a bill or credit note; approved and paid ones take it too. */
export async function noteOnBill(
  xero: XeroOrganisation,
  { id, kind }: { id: BillId; kind: BillKind },
  text: string,
  key: string,
): Promise<boolean> {
  const { api, tenant } = xero
  const note = { historyRecords: [{ details: text.slice(0, MOST) }] }
  const answer = await callXero<unknown>(
    xero,
    () =>
      kind === 'bill'
        ? api.createInvoiceHistory(tenant, id, note, key)
        : api.createCreditNoteHistory(tenant, id, note, key),
    true,
  )
  return answer.ok
}
