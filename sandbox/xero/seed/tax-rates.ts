import type { TaxRate } from '../books/organisation.ts'

const onPurchases = { assets: true, equity: true, expenses: true, liabilities: true, revenue: false }
const onSales = { assets: true, equity: true, expenses: false, liabilities: true, revenue: true }
const onAll = { assets: true, equity: true, expenses: true, liabilities: true, revenue: true }

const purchases = (taxType: string, name: string, rate: number, reportTaxType = 'INPUT'): TaxRate => ({
  name,
  taxType,
  reportTaxType,
  rate,
  status: 'ACTIVE',
  appliesTo: onPurchases,
})

const sales = (taxType: string, name: string, rate: number, reportTaxType = 'OUTPUT'): TaxRate => ({
  ...purchases(taxType, name, rate, reportTaxType),
  appliesTo: onSales,
})

/** Singapore GST at 9 % (from 2024), zero-rated, out of scope; the 7 % of before 2023 is archived. */
export function singaporeTaxRates(): TaxRate[] {
  return [
    purchases('INPUTY24', 'Standard-Rated Purchases', 9),
    sales('OUTPUTY24', 'Standard-Rated Supplies', 9),
    purchases('ZERORATEDINPUT', 'Zero-Rated Purchases', 0, 'ZERORATEDINPUT'),
    sales('ZERORATEDOUTPUT', 'Zero-Rated Supplies', 0, 'ZERORATEDOUTPUT'),
    { ...purchases('NONE', 'No Tax (out of scope)', 0, 'NONE'), appliesTo: onAll },
    { ...purchases('INPUT', 'Standard-Rated Purchases (2022)', 7), status: 'ARCHIVED' },
  ]
}

/** A rate for each VAT percentage a supplier of the region prints: 21, 25, 15, 12, 10, 9, 6 and 0. */
export function europeanTaxRates(): TaxRate[] {
  const others = [25, 15, 12, 10, 9, 6, 0].map((rate, index) =>
    purchases(`TAX00${index + 1}`, `VAT ${rate}% on purchases`, rate),
  )
  return [
    purchases('INPUT', 'VAT 21% on purchases', 21),
    ...others,
    sales('OUTPUT', 'VAT 21% on sales', 21),
    { ...purchases('NONE', 'No VAT', 0, 'NONE'), appliesTo: onAll },
  ]
}
