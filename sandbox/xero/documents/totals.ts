import Big from 'big.js'
import type { Line, LineAmountTypes, Payment } from '../books/ledger-document.ts'

export type Totals = { subTotal: Big; totalTax: Big; total: Big; paid: Big; due: Big }

const sum = (amounts: Big[]): Big => amounts.reduce((total, amount) => total.plus(amount), new Big(0))

/** The totals of a document by its lines; whatever totals an app sends are ignored. */
export function totalsOf(document: {
  lines: readonly Line[]
  lineAmountTypes: LineAmountTypes
  payments: readonly Payment[]
}): Totals {
  const lines = sum(document.lines.map(line => line.lineAmount))
  const totalTax = sum(document.lines.map(line => line.taxAmount))
  const inclusive = document.lineAmountTypes === 'Inclusive'
  const subTotal = inclusive ? lines.minus(totalTax) : lines
  const total = inclusive ? lines : lines.plus(totalTax)
  const paid = sum(document.payments.map(payment => payment.amount))
  return { subTotal, totalTax, total, paid, due: total.minus(paid) }
}
