import type { Invoice } from '../../domain/invoice.ts'
import { add, type Currency, decimalsOf, type Money } from '../../domain/money.ts'
import { signedTotal } from './signed-total.ts'

/** A value per currency, in the order in which the currencies first came. */
export type Value = { currency: Currency; total: Money }[]

/** What invoices come to, per currency, credit notes taken off; decimal strings to the cent. */
export function worth(invoices: readonly Invoice[]): Value {
  const sums = new Map<Currency, Money>()
  for (const invoice of invoices) {
    const { currency } = invoice
    sums.set(currency, add(sums.get(currency) ?? ('0' as Money), signedTotal(invoice), decimalsOf(currency)))
  }
  return [...sums].map(([currency, total]) => ({ currency, total }))
}
