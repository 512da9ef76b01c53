import Big from 'big.js'
import { fixed } from '#sandbox/data/decimal.ts'
import type { BillToPost } from '#sandbox/foodrazor/bill.ts'

/** The tax rates of a ledger organisation that purchases may use, as the ledger itself lists them. */
export interface PurchaseRate {
  taxType: string
  /** Percent. */
  rate: number
}

const accountOfCharge = { DELIVERY: '340', DEPOSIT: '345', ROUNDING: '860', CHARGE: '340', ALLOWANCE: '310' }

/**
 * A bill in the ledger's wire form, as the look-alike's own integration writes it. The tax is spread over the
 * lines so that it adds up to what the invoice says; the difference of cents goes to the largest line.
 */
export function wireBill(bill: BillToPost, rates: readonly PurchaseRate[]): Record<string, unknown> {
  const numberKey = bill.documentType === 'CREDIT_NOTE' ? 'CreditNoteNumber' : 'InvoiceNumber'
  return {
    Type: bill.documentType === 'CREDIT_NOTE' ? 'ACCPAYCREDIT' : 'ACCPAY',
    [numberKey]: bill.invoiceNo,
    Contact: { Name: bill.supplier.name },
    Date: bill.date,
    DueDate: bill.dueDate ?? bill.date,
    Status: bill.state,
    CurrencyCode: bill.currency,
    LineAmountTypes: bill.amountsIncludeTax ? 'Inclusive' : 'Exclusive',
    LineItems: linesOf(bill, rates),
  }
}

function linesOf(bill: BillToPost, rates: readonly PurchaseRate[]) {
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
    Description: description || 'Item',
    Quantity: quantity,
    LineAmount: amount,
    TaxType: taxed ? taxTypeOf(taxRate, rates) : 'NONE',
    TaxAmount: fixed(new Big(taxes[index] ?? 0).plus(index === largest ? missing : 0)),
    ...(account === null ? {} : { AccountCode: account }),
  }))
}

function taxOf(amount: string, percent: string, included: boolean): string {
  const tax = new Big(amount).times(percent)
  return fixed(included ? tax.div(new Big(100).plus(percent)) : tax.div(100))
}

/** @throws if the organisation knows no such percentage, in words that the page can show */
function taxTypeOf(percent: string, rates: readonly PurchaseRate[]): string {
  const found = rates.find(({ rate }) => new Big(rate).eq(percent))
  if (!found) throw new Error(`The ledger has no tax rate of ${percent} % for purchases.`)
  return found.taxType
}
