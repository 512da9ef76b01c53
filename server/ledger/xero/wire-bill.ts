import { CreditNote, Invoice, LineAmountTypes, type LineItem } from 'xero-node'
import type { BillLine } from '#lib/domain/bill.ts'
import { equals, multiply } from '#lib/domain/money.ts'
import type { BillToMake } from '../port.ts'

/**
 * A bill as Xero takes it. Always a DRAFT: leaving the status out could edit an approved bill silently.
 * The contact goes by its id alone: an id with a name would rename it (facts/xero.md).
 */
export function wireInvoice({ bill, link }: BillToMake, contactID: string): Invoice {
  return {
    ...common(bill, contactID),
    type: Invoice.TypeEnum.ACCPAY,
    invoiceNumber: bill.number,
    dueDate: bill.dueDate,
    url: link,
    status: Invoice.StatusEnum.DRAFT,
  }
}

/** A supplier's credit as Xero takes it: without our link, for which it has no place. */
export function wireCreditNote({ bill }: BillToMake, contactID: string): CreditNote {
  return {
    ...common(bill, contactID),
    type: CreditNote.TypeEnum.ACCPAYCREDIT,
    creditNoteNumber: bill.number,
    status: CreditNote.StatusEnum.DRAFT,
  }
}

function common(bill: BillToMake['bill'], contactID: string) {
  return {
    contact: { contactID },
    date: bill.date,
    currencyCode: bill.currency as never,
    lineAmountTypes: bill.amountsIncludeTax ? LineAmountTypes.Inclusive : LineAmountTypes.Exclusive,
    lineItems: bill.lines.map(wireLine),
  }
}

function wireLine(line: BillLine): LineItem {
  const { quantity, unitAmount, amount } = line
  return {
    description: line.description,
    quantity: Number(quantity),
    // Xero refuses three that do not agree to the cent; the amount is what must stand.
    ...(equals(multiply(quantity, unitAmount), amount) ? { unitAmount: Number(unitAmount) } : {}),
    lineAmount: Number(amount),
    taxAmount: Number(line.tax),
    ...(line.account === null ? {} : { accountCode: line.account }),
    ...(line.taxCode === null ? {} : { taxType: line.taxCode }),
    ...(line.tracking ? { tracking: [{ name: line.tracking.category, option: line.tracking.option }] } : {}),
  }
}
