import type { TaxCodeSeed, TaxRateSeed } from '../books/company-seed.ts'

export type Taxes = { taxRates: TaxRateSeed[]; taxCodes: TaxCodeSeed[] }

/** A code with a rate for sales and one for purchases, as QuickBooks sets them up. */
function pair(name: string, description: string, percent: number): Taxes {
  return {
    taxRates: [
      { key: `${name} sales`, name: `${name} (Sales)`, percent },
      { key: `${name} purchases`, name: `${name} (Purchases)`, percent },
    ],
    taxCodes: [
      { name, description, taxable: true, sales: [`${name} sales`], purchases: [`${name} purchases`] },
    ],
  }
}

function together(parts: readonly Taxes[]): Taxes {
  return {
    taxRates: parts.flatMap(part => part.taxRates),
    taxCodes: parts.flatMap(part => part.taxCodes),
  }
}

/** Singapore GST at 9 % (from 2024), zero-rated, out of scope; 8 % of 2023 is inactive, and one is for sales only. */
export function singaporeTaxes(): Taxes {
  const old = pair('8% SR', 'Standard-rated 8% (2023)', 8)
  return together([
    pair('9% SR', 'Standard-rated 9%', 9),
    pair('0% ZR', 'Zero-rated', 0),
    pair('0% OP', 'Out of scope', 0),
    {
      taxRates: [{ key: 'ES33', name: 'ES33 (Sales)', percent: 0 }],
      taxCodes: [
        { name: '0% ES33', description: 'Exempt supplies', taxable: true, sales: ['ES33'], purchases: [] },
      ],
    },
    {
      taxRates: old.taxRates.map(rate => ({ ...rate, inactive: true })),
      taxCodes: old.taxCodes.map(code => ({ ...code, inactive: true })),
    },
  ])
}

/** A code for each VAT percentage a supplier of the region prints: 21, 25, 15, 12, 10, 9, 6 and 0; and no VAT. */
export function europeanTaxes(): Taxes {
  const rates = [21, 25, 15, 12, 10, 9, 6, 0].map(percent =>
    pair(`${percent}% VAT`, `VAT ${percent}%`, percent),
  )
  return together([...rates, pair('No VAT', 'Outside the scope of VAT', 0)])
}

/** Automated sales tax: lines are taxable or not, and bills carry no tax. */
export function unitedStatesTaxes(): Taxes {
  return {
    taxRates: [],
    taxCodes: [
      { id: 'TAX', name: 'TAX', description: 'TAX', taxable: true, sales: [], purchases: [] },
      { id: 'NON', name: 'NON', description: 'NON', taxable: false, sales: [], purchases: [] },
    ],
  }
}
