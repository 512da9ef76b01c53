import Big from 'big.js'
import type { Transaction } from '../books/transaction.ts'

export type Totals = { net: Big; tax: Big; total: Big; paid: Big; balance: Big }

/** A transaction's sums in its own currency. */
export function totalsOf(transaction: Pick<Transaction, 'lines' | 'taxLines' | 'payments'>): Totals {
  const sum = (amounts: Big[]): Big => amounts.reduce((total, one) => total.plus(one), new Big(0))
  const net = sum(transaction.lines.map(line => line.amount))
  const tax = sum(transaction.taxLines.map(line => line.amount))
  const paid = sum(transaction.payments.map(payment => payment.amount))
  const total = net.plus(tax)
  return { net, tax, total, paid, balance: total.minus(paid) }
}
