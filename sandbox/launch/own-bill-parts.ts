import Big from 'big.js'
import { fixed } from '#sandbox/data/decimal.ts'
import type { BillToPost } from '#sandbox/foodrazor/bill.ts'

/** A line of a bill to be, or a charge that becomes one, with its tax. Amounts are decimal strings. */
export interface BillPart {
  description: string
  quantity: string
  /** As the invoice has it: with the tax where its amounts include that. */
  amount: string
  /** Percent. */
  taxRate: string
  tax: string
  /** Rounding bears no tax at all. */
  taxed: boolean
  account: string | null
}

const accountOfCharge = { DELIVERY: '340', DEPOSIT: '345', ROUNDING: '860', CHARGE: '340', ALLOWANCE: '310' }

/**
 * The lines that a bill of the look-alike's own integration has. The tax is spread over them so that it adds up
 * to what the invoice says; the difference of cents goes to the largest.
 */
export function partsOf(bill: BillToPost): BillPart[] {
  const parts = [
    ...bill.lines.map(line => ({ ...line, account: line.accountCode, taxed: true })),
    ...bill.charges.map(({ kind, description, amount, taxRate }) => ({
      description,
      quantity: '1',
      amount,
      taxRate,
      account: accountOfCharge[kind],
      taxed: kind !== 'ROUNDING',
    })),
  ]
  const taxes = parts.map(part =>
    part.taxed ? taxOf(part.amount, part.taxRate, bill.amountsIncludeTax) : '0',
  )
  const missing = taxes.reduce((rest, tax) => rest.minus(tax), new Big(bill.taxTotal))
  const largest = taxes.reduce((best, tax, index) => (new Big(tax).gt(taxes[best] ?? 0) ? index : best), 0)
  return parts.map(({ description, quantity, amount, taxRate, account, taxed }, index) => ({
    description: description || 'Item',
    quantity,
    amount,
    taxRate,
    tax: fixed(new Big(taxes[index] ?? 0).plus(index === largest ? missing : 0)),
    taxed,
    account,
  }))
}

function taxOf(amount: string, percent: string, included: boolean): string {
  const tax = new Big(amount).times(percent)
  return fixed(included ? tax.div(new Big(100).plus(percent)) : tax.div(100))
}
