import type { BillToPost, PostBill } from '#sandbox/foodrazor/bill.ts'
import type { Books } from '#sandbox/xero/books/books.ts'
import { type CallControl, postTo } from './own-integration.ts'
import { xeroBill } from './own-xero-bill.ts'

/** The look-alike's own integration with Xero: its bills come in through `/_control`, as drafts. */
export function ownXero(books: Books, call: CallControl): PostBill {
  return async bill => {
    const organisation = books.organisations.find(({ name }) => name === bill.organisation)
    if (!organisation) throw new Error(`The ledger knows no organisation named ${bill.organisation}.`)
    const bills = `/_control/organisations/${organisation.tenantId}/bills`
    const rates = organisation.taxRates.filter(rate => rate.status === 'ACTIVE' && rate.appliesTo.expenses)
    return bill.billId === null
      ? postTo(call, bills, 'POST', { by: 'Foodrazor', bill: xeroBill(bill, rates) })
      : postTo(call, `${bills}/${bill.billId}`, 'PATCH', change(bill))
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
