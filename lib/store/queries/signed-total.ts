import { freshDetail, type Invoice } from '../../domain/invoice.ts'
import { isNegative, type Money, negate } from '../../domain/money.ts'

/** What an invoice adds to a sum, in its currency: a credit note takes away, however its amounts are printed. */
export function signedTotal(invoice: Invoice): Money {
  const credit = freshDetail(invoice)?.document === 'credit-note'
  return credit && !isNegative(invoice.total) ? negate(invoice.total) : invoice.total
}
