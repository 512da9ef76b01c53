import Big from 'big.js'
import { fixed, rate, total } from './decimal.ts'
import type { InvoiceCharge, InvoiceLine, InvoiceTax, StoredInvoice } from './sandbox-data.ts'

type Amounts = Pick<StoredInvoice, 'lines' | 'charges' | 'amountsIncludeTax'>
export type Totals = Pick<StoredInvoice, 'subtotal' | 'taxes' | 'taxTotal' | 'total'>

/** A line's amount: quantity × unit price, rounded to cents, less its discount. */
export function lineAmount(line: Pick<InvoiceLine, 'quantity' | 'unitPrice' | 'discount'>): string {
  return fixed(new Big(fixed(new Big(line.quantity).times(line.unitPrice))).minus(line.discount))
}

/** What tax applies to: every line, and every charge except the rounding, which stands after tax. */
function taxed(of: Amounts): (InvoiceLine | InvoiceCharge)[] {
  return [...of.lines, ...of.charges.filter(charge => charge.kind !== 'ROUNDING')]
}

/** The rounding on the whole invoice. */
export function roundingOf(of: Pick<Amounts, 'charges'>): string {
  return total(of.charges.filter(charge => charge.kind === 'ROUNDING').map(charge => charge.amount))
}

/** Lines and charges without the rounding: net or gross, as the invoice's amounts are. */
export function sumOfLines(of: Amounts): string {
  return total(taxed(of).map(part => part.amount))
}

function taxesOf(of: Amounts): InvoiceTax[] {
  const sums = new Map<string, Big>()
  for (const part of taxed(of)) {
    const percent = rate(part.taxRate)
    sums.set(percent, (sums.get(percent) ?? new Big(0)).plus(part.amount))
  }
  return [...sums].map(([percent, sum]) => {
    const tax = of.amountsIncludeTax
      ? fixed(sum.times(percent).div(new Big(100).plus(percent)))
      : fixed(sum.times(percent).div(100))
    return { rate: percent, taxable: of.amountsIncludeTax ? fixed(sum.minus(tax)) : fixed(sum), tax }
  })
}

/** Computes an invoice's totals from its lines and charges; tax is rounded once per rate, half up. */
export function totalsOf(of: Amounts): Totals {
  const taxes = taxesOf(of)
  const taxTotal = total(taxes.map(tax => tax.tax))
  const sum = new Big(sumOfLines(of))
  const subtotal = of.amountsIncludeTax ? fixed(sum.minus(taxTotal)) : fixed(sum)
  return { subtotal, taxes, taxTotal, total: total([subtotal, taxTotal, roundingOf(of)]) }
}
