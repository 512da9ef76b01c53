import type Big from 'big.js'
import type { LedgerDocument, Line } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { round } from '../documents/line-amounts.ts'
import { totalsOf } from '../documents/totals.ts'
import { dateString, wireDate, wireTime } from '../documents/wire-date.ts'
import { contactReference, contactWire } from './contact-wire.ts'
import { endpointOf } from './document-endpoints.ts'

/**
 * How much of a document an answer holds: all of it, all but the lines (lists without paging), or the lightweight
 * fields (`summaryOnly`).
 */
export type Detail = 'full' | 'without-lines' | 'summary'

const number = (amount: Big, decimals = 2): number => Number(round(amount, decimals).toString())

/** A bill or credit note as the wire has it; unit amounts with two or four decimals. */
export function documentWire(
  document: LedgerDocument,
  organisation: Organisation,
  detail: Detail,
  unitDecimals: 2 | 4,
): Record<string, unknown> {
  const { idKey, numberKey, type } = endpointOf(document.kind)
  const totals = totalsOf(document)
  const contact = organisation.contacts.find(one => one.contactId === document.contactId)
  const bill = document.kind === 'bill'
  return {
    Type: type,
    [idKey]: document.id,
    [numberKey]: document.number,
    ...(bill
      ? { AmountDue: dueOf(document, totals.due), AmountPaid: number(totals.paid), AmountCredited: 0 }
      : { RemainingCredit: dueOf(document, totals.due) }),
    ...(detail === 'summary' ? {} : allocations(document)),
    ...(document.url === undefined || !bill ? {} : { Url: document.url }),
    CurrencyRate: document.currencyRate,
    ...(bill ? { IsDiscounted: false } : {}),
    HasAttachments: document.attachments.length > 0,
    HasErrors: false,
    ...(contact ? { Contact: detail === 'full' ? contactWire(contact) : contactReference(contact) } : {}),
    DateString: dateString(document.date),
    Date: wireDate(document.date),
    ...(document.dueDate === undefined
      ? {}
      : { DueDateString: dateString(document.dueDate), DueDate: wireDate(document.dueDate) }),
    Status: document.status,
    LineAmountTypes: document.lineAmountTypes,
    ...(detail === 'summary'
      ? {}
      : { LineItems: detail === 'full' ? document.lines.map(line => lineWire(line, unitDecimals)) : [] }),
    SubTotal: number(totals.subTotal),
    TotalTax: number(totals.totalTax),
    Total: number(totals.total),
    UpdatedDateUTC: wireTime(document.updatedAt),
    CurrencyCode: document.currency,
    ...(document.fullyPaidOn === undefined ? {} : { FullyPaidOnDate: wireDate(document.fullyPaidOn) }),
  }
}

function allocations(document: LedgerDocument): Record<string, unknown> {
  const payments = document.payments.map(payment => ({
    PaymentID: payment.paymentId,
    Date: wireDate(payment.date),
    Amount: number(payment.amount),
    CurrencyRate: document.currencyRate,
    HasAccount: false,
    HasValidationErrors: false,
  }))
  return document.kind === 'bill'
    ? { Payments: payments, CreditNotes: [], Prepayments: [], Overpayments: [] }
    : { Payments: payments, Allocations: [] }
}

/** Nothing is due any more on a document that was voided or deleted. */
function dueOf(document: LedgerDocument, due: Big): number {
  return document.status === 'VOIDED' || document.status === 'DELETED' ? 0 : number(due)
}

function lineWire(line: Line, unitDecimals: 2 | 4): Record<string, unknown> {
  return {
    LineItemID: line.lineId,
    Description: line.description,
    Quantity: number(line.quantity, 4),
    UnitAmount: number(line.unitAmount, unitDecimals),
    TaxType: line.taxType,
    TaxAmount: number(line.taxAmount),
    LineAmount: number(line.lineAmount),
    ...(line.accountCode === undefined ? {} : { AccountCode: line.accountCode, AccountID: line.accountId }),
    ...(line.itemCode === undefined ? {} : { ItemCode: line.itemCode }),
    Tracking: line.tracking.map(one => ({
      Name: one.name,
      Option: one.option,
      TrackingCategoryID: one.categoryId,
      TrackingOptionID: one.optionId,
    })),
    ValidationErrors: [],
  }
}
