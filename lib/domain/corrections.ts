import { type Bill, isGone } from './bill.ts'
import { BillBrief, type Fix } from './fix.ts'
import type { Invoice } from './invoice.ts'
import { isNegative, type Money, negate, postedDecimals, subtract, sum } from './money.ts'
import type { Outlet } from './outlet.ts'

/** What the bill of an invoice that can no longer change may still be followed by. */
export interface Corrected {
  invoice: Invoice
  outlet: Pick<Outlet, 'connection'>
  bill: Bill
  /** The corrections of it that were made before. */
  corrections: readonly Bill[]
}

/**
 * A bill of its own for what the invoice says beyond the bill and its corrections; offered where the bill is
 * approved or paid. Empty where it is not.
 */
export function differenceFix({ invoice, outlet, bill, corrections }: Corrected): Fix[] {
  const ledger = outlet.connection?.ledger
  if (ledger === undefined || (bill.state !== 'approved' && bill.state !== 'paid')) return []
  const decimals = postedDecimals(bill.currency)
  const standing = [bill, ...corrections.filter(one => !isGone(one))].map(signedTotal)
  const difference = subtract(signedInvoice(invoice), sum(standing, decimals), decimals)
  return [{ kind: 'send-difference', invoiceId: invoice.id, bill: BillBrief.parse(bill), difference, ledger }]
}

/** A credit counts below zero. */
function signedTotal({ kind, total }: Bill): Money {
  return kind === 'credit' ? negate(total) : total
}

/** Some systems print a credit note's total below zero, some do not. */
function signedInvoice({ detail, total }: Invoice): Money {
  const printed = detail?.total ?? total
  return detail?.document === 'credit-note' && !isNegative(printed) ? negate(printed) : printed
}
