import Big from 'big.js'
import type { BillToPost } from '#sandbox/foodrazor/bill.ts'
import { partsOf } from './own-bill-parts.ts'

/** The tax rates of an organisation that purchases may use, as Xero itself lists them. */
export interface PurchaseRate {
  taxType: string
  /** Percent. */
  rate: number
}

/** A bill in Xero's wire form, as the look-alike's own integration writes it. */
export function xeroBill(bill: BillToPost, rates: readonly PurchaseRate[]): Record<string, unknown> {
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
    LineItems: partsOf(bill).map(({ description, quantity, amount, taxRate, tax, taxed, account }) => ({
      Description: description,
      Quantity: quantity,
      LineAmount: amount,
      TaxType: taxed ? taxTypeOf(taxRate, rates) : 'NONE',
      TaxAmount: tax,
      ...(account === null ? {} : { AccountCode: account }),
    })),
  }
}

/** @throws if the organisation knows no such percentage, in words that the page can show */
function taxTypeOf(percent: string, rates: readonly PurchaseRate[]): string {
  const found = rates.find(({ rate }) => new Big(rate).eq(percent))
  if (!found) throw new Error(`The ledger has no tax rate of ${percent} % for purchases.`)
  return found.taxType
}
