import { z } from 'zod'
import type { BillToPost, PostBill, PostedBill } from '#sandbox/foodrazor/bill.ts'
import type { Books } from '#sandbox/xero/books/books.ts'
import { wireBill } from './own-bill.ts'

const Answer = z.union([
  z.object({
    bill: z.object({
      id: z.string(),
      url: z.string(),
      status: z.enum(['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID', 'VOIDED', 'DELETED']),
    }),
  }),
  z.object({ error: z.string() }),
])

/** How the launcher calls the ledger's `/_control`: over the network or straight into the app. */
export type CallControl = (path: string, init: RequestInit) => Response | Promise<Response>

/**
 * The look-alike's own integration, which is another app than ours to the ledger: its bills come in through
 * `/_control`, as bills that somebody else made.
 */
export function ownIntegration(books: Books, call: CallControl): PostBill {
  return async bill => {
    const organisation = books.organisations.find(({ name }) => name === bill.organisation)
    if (!organisation) throw new Error(`The ledger knows no organisation named ${bill.organisation}.`)
    const bills = `/_control/organisations/${organisation.tenantId}/bills`
    const rates = organisation.taxRates.filter(rate => rate.status === 'ACTIVE' && rate.appliesTo.expenses)
    const { LineItems, ...wire } = wireBill(bill, rates)
    return bill.billId === null
      ? send(call, bills, 'POST', { by: 'Foodrazor', bill: { ...wire, LineItems } })
      : send(call, `${bills}/${bill.billId}`, 'PATCH', change(bill))
  }
}

/** A draft follows its invoice as a person would make it: number, date, quantities and prices. */
function change(bill: BillToPost) {
  return {
    by: 'Foodrazor',
    number: bill.invoiceNo,
    date: bill.date,
    lines: bill.lines.map((line, index) => ({
      index,
      description: line.description,
      quantity: line.quantity,
      unitAmount: line.unitPrice,
    })),
  }
}

/** @throws with the ledger's own words when it refuses */
async function send(call: CallControl, path: string, method: string, body: unknown): Promise<PostedBill> {
  const answer = await call(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const read = Answer.parse(await answer.json())
  if ('error' in read) throw new Error(read.error)
  return { billId: read.bill.id, url: read.bill.url, state: read.bill.status }
}
