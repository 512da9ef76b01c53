import Big from 'big.js'
import type { CatalogueProduct } from './catalogue.ts'
import { fixed } from './decimal.ts'
import type { Chance } from './prng.ts'
import type { InvoiceCharge, InvoiceLine, StoredInvoice } from './sandbox-data.ts'
import type { SupplierProfile } from './suppliers.ts'
import { lineAmount, totalsOf } from './totals.ts'

type Content = Pick<
  StoredInvoice,
  'amountsIncludeTax' | 'lines' | 'charges' | 'subtotal' | 'taxes' | 'taxTotal' | 'total'
>

/** What one order of these products says: lines, charges and totals, in the outlet's currency. */
export function contentOf(
  supplier: SupplierProfile,
  products: readonly CatalogueProduct[],
  chance: Chance,
): Content {
  const amountsIncludeTax = supplier.pricesIncludeTax ?? false
  const lines = products.map(item => lineOf(item, chance))
  const content = { amountsIncludeTax, lines, charges: chargesOf(supplier, lines, chance) }
  const totals = totalsOf(content)
  if (supplier.charges !== 'rounding') return { ...content, ...totals }
  const rounded = { ...content, charges: [...content.charges, ...roundingTo5Cents(totals.total)] }
  return { ...rounded, ...totalsOf(rounded) }
}

function lineOf(item: CatalogueProduct, chance: Chance): InvoiceLine {
  const quantity =
    item.pack.counted === 'weighed'
      ? fixed(new Big(chance.between(3, 60)).times('0.25'), 3)
      : fixed(chance.between(1, 8), 3)
  // Weighed goods are priced to the hundredth of a cent, and every price drifts a little from week to week.
  const drifted = new Big(item.cents).times(chance.between(95, 106)).div(10000)
  const unitPrice = item.pack.counted === 'weighed' ? fixed(drifted, 4) : fixed(fixed(drifted), 4)
  const gross = lineAmount({ quantity, unitPrice, discount: '0' })
  const discount = chance.happens(0.08) ? fixed(new Big(gross).times('0.05')) : '0.00'
  const line = {
    id: `ln_${chance.id()}`,
    productId: item.product.id,
    description: item.product.name,
    quantity,
    unit: item.pack.unit,
    unitPrice,
    discount,
    taxRate: item.taxRate,
  }
  return { ...line, amount: lineAmount(line) }
}

function chargesOf(
  supplier: SupplierProfile,
  lines: readonly InvoiceLine[],
  chance: Chance,
): InvoiceCharge[] {
  const taxRate = supplier.tax.usual
  switch (supplier.charges) {
    case 'delivery':
      if (!chance.happens(0.3)) return []
      return [{ kind: 'DELIVERY', description: 'Delivery below minimum order', amount: '15.00', taxRate }]
    case 'deposit': {
      const amount = fixed(new Big('2.40').times(lines.length))
      return [{ kind: 'DEPOSIT', description: 'Deposit on crates and kegs', amount, taxRate: '0' }]
    }
    case 'allowance': {
      if (!chance.happens(0.25)) return []
      const amount = fixed(new Big(lines[0]?.amount ?? '0').times('-0.10'))
      return [
        {
          kind: 'ALLOWANCE',
          description: 'Loyalty allowance',
          amount,
          taxRate: lines[0]?.taxRate ?? taxRate,
        },
      ]
    }
    default:
      return []
  }
}

function roundingTo5Cents(total: string): InvoiceCharge[] {
  const amount = fixed(new Big(fixed(new Big(total).div('0.05'), 0)).times('0.05').minus(total))
  return amount === '0.00' ? [] : [{ kind: 'ROUNDING', description: 'Cash rounding', amount, taxRate: '0' }]
}
