import Big from 'big.js'
import fc from 'fast-check'
import type { Invoice } from '#lib/domain/invoice.ts'
import { anInvoice } from './invoice.ts'

/** How a supplier's invoice is drawn; the totals that it prints follow from it. */
export interface Drawn {
  currency: { code: string; decimals: number }
  inclusive: boolean
  creditNote: boolean
  /** A credit's amounts are printed with a minus, as some systems do. */
  printedNegative: boolean
  /** Whether tax is rounded once per rate or line by line. */
  taxRounding: 'per-rate' | 'per-line'
  /** Whether a line's amount is printed to the smallest unit, or to four decimals of which only the sum is rounded. */
  amounts: 'rounded' | 'fine'
  lines: { quantity: string; unitPrice: string; discount: number; rate: string; group: string }[]
  charges: { kind: string; units: number; rate: string }[]
}

const decimal = (min: number, max: number, decimals: number) =>
  fc.integer({ min, max }).map(units => (units / 10 ** decimals).toFixed(decimals))

export const rates = ['0', '9', '21', '7.5'] as const
export const groups = ['Vegetables', 'Meat', 'Fish'] as const

const currencies = [
  { code: 'SGD', decimals: 2 },
  { code: 'EUR', decimals: 2 },
  { code: 'JPY', decimals: 0 },
  { code: 'KWD', decimals: 3 },
]

/** Any invoice that a supplier may print: up to 4 decimals in a price and 3 in a quantity, returns and charges. */
export function anyDrawn(
  over: { currencies?: readonly Drawn['currency'][]; rates?: readonly string[] } = {},
): fc.Arbitrary<Drawn> {
  const rate = fc.constantFrom(...(over.rates ?? rates))
  return fc.record<Drawn>({
    currency: fc.constantFrom(...(over.currencies ?? currencies)),
    inclusive: fc.boolean(),
    creditNote: fc.boolean(),
    printedNegative: fc.boolean(),
    taxRounding: fc.constantFrom('per-rate', 'per-line'),
    amounts: fc.constantFrom('rounded', 'rounded', 'fine'),
    lines: fc.array(
      fc.record({
        quantity: fc.oneof(
          { weight: 9, arbitrary: decimal(1, 99_999, 3) },
          { weight: 1, arbitrary: decimal(-9_999, -1, 3) },
        ),
        unitPrice: fc.oneof(decimal(0, 999_999, 4), decimal(0, 99_999, 2)),
        discount: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 300 })),
        rate,
        group: fc.constantFrom(...groups),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    charges: fc.array(
      fc.record({
        kind: fc.constantFrom('charge', 'allowance', 'delivery', 'deposit'),
        units: fc.integer({ min: -2_000, max: 3_000 }),
        rate,
      }),
      { maxLength: 3 },
    ),
  })
}

let printed = 0

/** The invoice as its supplier prints it, with a number of its own. */
export function printedBy(drawn: Drawn, over: Parameters<typeof anInvoice>[0] = {}): Invoice {
  printed += 1
  const { decimals } = drawn.currency
  const round = (value: Big) => value.round(decimals, Big.roundHalfUp)
  const sign = drawn.creditNote && drawn.printedNegative ? -1 : 1
  const lines = drawn.lines.map(({ quantity, unitPrice, discount, rate, group }, index) => {
    const gross = new Big(quantity).times(unitPrice)
    const amount = drawn.amounts === 'fine' ? gross.round(4, Big.roundHalfUp) : round(gross)
    const less = amount.gt(0) ? new Big(discount).div(new Big(10).pow(decimals)) : new Big(0)
    return { index, quantity, unitPrice, rate, group, amount: less.gt(amount) ? amount : amount.minus(less) }
  })
  const charges = drawn.charges.map(({ kind, units, rate }) => ({
    kind,
    rate,
    amount: new Big(units).div(new Big(10).pow(decimals)),
  }))
  const parts = [...lines, ...charges]
  const taxes = [...new Set(parts.map(({ rate }) => rate))].map(rate => {
    const amounts = parts.filter(part => part.rate === rate).map(({ amount }) => amount)
    const taxOf = (amount: Big) =>
      drawn.inclusive ? amount.times(rate).div(new Big(rate).plus(100)) : amount.times(rate).div(100)
    const tax =
      drawn.taxRounding === 'per-rate'
        ? round(taxOf(sum(amounts)))
        : sum(amounts.map(one => round(taxOf(one))))
    return { rate, tax, all: round(sum(amounts)) }
  })
  const amounts = round(sum(parts.map(({ amount }) => amount)))
  const taxTotal = sum(taxes.map(({ tax }) => tax))
  const net = drawn.inclusive ? amounts.minus(taxTotal) : amounts
  const text = (value: Big) => value.times(sign).toFixed(decimals)
  return anInvoice({
    number: `M-${printed}`,
    currency: drawn.currency.code,
    ...over,
    detail: {
      document: drawn.creditNote ? 'credit-note' : 'invoice',
      dueDate: null,
      amountsIncludeTax: drawn.inclusive,
      lines: lines.map(({ index, quantity, unitPrice, rate, group, amount }) => ({
        id: `line-${index}`,
        product: { id: `p-${index}`, name: `Item ${index}`, group: { id: `g-${group}`, name: group } },
        description: `Item ${index}`,
        quantity: new Big(quantity).times(sign).toFixed(),
        unitPrice,
        amount: amount.times(sign).toFixed(),
        taxRate: rate,
      })),
      charges: charges.map(({ kind, rate, amount }) => ({
        kind,
        description: kind,
        amount: text(amount),
        taxRate: rate,
      })),
      taxes: taxes.map(({ rate, tax, all }) => ({
        rate,
        taxable: text(drawn.inclusive ? all.minus(tax) : all),
        tax: text(tax),
      })),
      subtotal: text(net),
      taxTotal: text(taxTotal),
      total: text(net.plus(taxTotal)),
      exportError: null,
      linkedBill: null,
      file: null,
    },
  })
}

const sum = (values: readonly Big[]) => values.reduce((all, value) => all.plus(value), new Big(0))

/** What an invoice prints, without the sign of a credit: net, tax by rate and total as plain numbers. */
export function printedTotals({ detail }: Invoice): {
  net: string
  total: string
  taxes: Record<string, string>
} {
  if (detail === null) throw new Error('an invoice without lines prints no totals')
  const sign = new Big(detail.total).lt(0) ? -1 : 1
  const plain = (value: Big) => value.times(sign).toFixed()
  const taxes = new Map<string, Big>()
  for (const { rate, tax } of detail.taxes) taxes.set(rate, (taxes.get(rate) ?? new Big(0)).plus(tax))
  return {
    net: plain(new Big(detail.total).minus(detail.taxTotal)),
    total: plain(new Big(detail.total)),
    taxes: Object.fromEntries(
      [...taxes].filter(([, tax]) => !tax.eq(0)).map(([rate, tax]) => [rate, plain(tax)]),
    ),
  }
}
