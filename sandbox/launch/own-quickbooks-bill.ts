import Big from 'big.js'
import type { BillToPost } from '#sandbox/foodrazor/bill.ts'
import type { Company } from '#sandbox/quickbooks/books/company.ts'
import { type BillPart, partsOf } from './own-bill-parts.ts'

/** A line in QuickBooks' wire form. */
interface WireLine {
  Description: string
  Amount: number
  DetailType: 'AccountBasedExpenseLineDetail'
  AccountBasedExpenseLineDetail: { AccountRef: { value: string }; TaxCodeRef: { value: string } }
}

/**
 * A bill in QuickBooks' wire form, as the look-alike's own integration writes it: amounts without tax, and the
 * tax of each rate as the invoice has it.
 * @throws if the company has no such account or tax rate, in words that the page can show
 */
export function quickbooksBill(bill: BillToPost, vendorId: string, company: Company) {
  const parts = partsOf(bill)
  const rates = new Map<string, Big>()
  const lines = parts.map((part): WireLine => {
    const { codeId, rateId } = taxOf(part, company)
    rates.set(rateId, new Big(part.tax).plus(rates.get(rateId) ?? 0))
    return {
      Description: part.description,
      Amount: Number(withoutTax(part, bill)),
      DetailType: 'AccountBasedExpenseLineDetail',
      AccountBasedExpenseLineDetail: {
        AccountRef: { value: accountOf(part, company) },
        TaxCodeRef: { value: codeId },
      },
    }
  })
  return {
    VendorRef: { value: vendorId },
    DocNumber: bill.invoiceNo,
    TxnDate: bill.date,
    DueDate: bill.dueDate ?? bill.date,
    CurrencyRef: { value: bill.currency },
    GlobalTaxCalculation: 'TaxExcluded',
    Line: lines,
    TxnTaxDetail: {
      TaxLine: [...rates].map(([rateId, tax]) => ({
        Amount: tax.toNumber(),
        DetailType: 'TaxLineDetail',
        TaxLineDetail: { TaxRateRef: { value: rateId } },
      })),
    },
  }
}

/** What a person types over the lines of a bill so that it says what its invoice says now. */
export function changedLines(bill: BillToPost) {
  return partsOf(bill).map((part, index) => ({
    index,
    description: part.description,
    amount: withoutTax(part, bill),
  }))
}

function withoutTax({ amount, tax }: BillPart, { amountsIncludeTax }: BillToPost): string {
  return amountsIncludeTax ? new Big(amount).minus(tax).toFixed(2) : amount
}

function taxOf({ taxRate }: BillPart, { taxCodes, taxRates }: Company): { codeId: string; rateId: string } {
  const rates = taxRates.filter(({ active, percent }) => active && new Big(percent).eq(taxRate))
  for (const { active, id: codeId, purchaseRateIds } of taxCodes) {
    const rate = rates.find(({ id }) => purchaseRateIds.length === 1 && purchaseRateIds[0] === id)
    if (active && rate) return { codeId, rateId: rate.id }
  }
  throw new Error(`The ledger has no tax rate of ${taxRate} % for purchases.`)
}

function accountOf({ account, description }: BillPart, { accounts }: Company): string {
  const found = accounts.find(({ active, number }) => active && number === account)
  if (!found) throw new Error(`QuickBooks needs an account for each line; “${description}” has none.`)
  return found.id
}
