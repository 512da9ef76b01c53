import { z } from 'zod'
import type { Bill, BillKind } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { missingBill, readBill, XeroBill } from './read-bill.ts'
import { callXero } from './xero-api.ts'
import { chunks, NAMES, PAGE, type XeroOrganisation } from './xero-organisation.ts'

/** Bills as they stand now, in the order asked; one that Xero does not know is `missing`. */
export async function readBills(
  xero: XeroOrganisation,
  bills: readonly { id: BillId; kind: BillKind }[],
): Promise<Bill[]> {
  const found = new Map<string, Bill>()
  const ids = bills.filter(({ kind }) => kind === 'bill').map(({ id }) => id)
  for (const some of chunks(ids, NAMES)) {
    for (const bill of await invoicesById(xero, some)) found.set(bill.id, bill)
  }
  for (const { id } of bills.filter(({ kind }) => kind === 'credit')) {
    const bill = await creditNoteById(xero, id)
    if (bill) found.set(bill.id, bill)
  }
  return bills.map(({ id, kind }) => found.get(id) ?? missingBill(kind, id))
}

async function invoicesById(xero: XeroOrganisation, ids: string[]): Promise<Bill[]> {
  const answer = await callXero(
    () =>
      xero.api.getInvoices(
        xero.tenant,
        undefined,
        undefined,
        undefined,
        ids,
        undefined,
        undefined,
        undefined,
        1,
        true,
        false,
        4,
        true,
        PAGE,
      ),
    false,
  )
  if (answer.ok)
    return z
      .array(XeroBill)
      .parse(answer.body.invoices ?? [])
      .map(seen => readBill(xero.appUrl, 'bill', seen))
  if (answer.rejection.status !== 404) throw new Error(`Xero refused a read: ${answer.rejection.text}`)
  // One unknown id fails the whole request: ask for each half, down to the one that is missing.
  if (ids.length <= 1) return []
  const half = Math.ceil(ids.length / 2)
  return [...(await invoicesById(xero, ids.slice(0, half))), ...(await invoicesById(xero, ids.slice(half)))]
}

async function creditNoteById(xero: XeroOrganisation, id: string): Promise<Bill | null> {
  const answer = await callXero(() => xero.api.getCreditNote(xero.tenant, id, 4), false)
  if (!answer.ok) return null
  const [seen] = z.array(XeroBill).parse(answer.body.creditNotes ?? [])
  return seen ? readBill(xero.appUrl, 'credit', seen) : null
}
