import Big from 'big.js'
import type { InvoiceDetail } from './invoice.ts'
import type { Money, Percent } from './money.ts'
import { shareCents } from './share-cents.ts'

/** What is taxed: an amount that stands for one line of the invoice or for several. */
export interface Taxed {
  amount: Money
  taxRate: Percent
  stands?: number
}

/**
 * Each line's tax, so that the lines of a rate add up to the tax that the invoice prints for it.
 * An invoice rounds its tax once per rate, a ledger once per line; the cents between are given to the
 * lines whose rounding lost most, and to none more than its amount (facts/errors.md #16). A printed tax
 * that neither rounding nor `tolerance` explains is left alone: the totals then differ, and the export
 * stops with both shown. An invoice that prints no tax by rate is held to its tax in all.
 * Takes and gives amounts with the currency's `decimals`.
 */
export function spreadTax(
  lines: readonly Taxed[],
  detail: Pick<InvoiceDetail, 'amountsIncludeTax' | 'taxes' | 'taxTotal'>,
  decimals: number,
  tolerance: Money = '0.00' as Money,
): Money[] {
  const exact = lines.map(({ amount, taxRate }) =>
    detail.amountsIncludeTax
      ? new Big(amount).times(taxRate).div(new Big(taxRate).plus(100))
      : new Big(amount).times(taxRate).div(100),
  )
  const taxes = exact.map(tax => tax.round(decimals, Big.roundHalfUp))
  for (const { of, tax } of poolsOf(lines, detail)) {
    const own = of.map(index => exact[index] ?? new Big(0))
    const roundings = of.reduce((all, index) => all + (lines[index]?.stands ?? 1), 0)
    if (!explained(own, tax, { roundings, decimals, tolerance })) continue
    const shared = shareCents(own, tax, {
      decimals,
      may: (at, value) => within(value, new Big(lines[of[at] ?? 0]?.amount ?? 0)),
    })
    for (const [at, index] of of.entries()) taxes[index] = shared[at] ?? new Big(0)
  }
  return taxes.map(tax => tax.toFixed(decimals) as Money)
}

/** The lines of each rate, with the tax that is printed for them. */
function poolsOf(lines: readonly Taxed[], detail: Pick<InvoiceDetail, 'taxes' | 'taxTotal'>) {
  const taxable = [...lines.keys()].filter(index => !new Big(lines[index]?.taxRate ?? 0).eq(0))
  if (detail.taxes.length === 0) return [{ of: taxable, tax: new Big(detail.taxTotal) }]
  return [...printedTaxes(detail)].map(([rate, tax]) => ({
    of: taxable.filter(index => lines[index]?.taxRate === rate),
    tax,
  }))
}

/** The tax printed for each rate; what stands under one rate twice (exempt and zero-rated) is added up. */
export function printedTaxes({ taxes }: Pick<InvoiceDetail, 'taxes'>): Map<Percent, Big> {
  const printed = new Map<Percent, Big>()
  for (const { rate, tax } of taxes) printed.set(rate, (printed.get(rate) ?? new Big(0)).plus(tax))
  return printed
}

/** Whether a printed tax comes of rounding the tax of each line, by whatever rule, or is within the tolerance. */
function explained(
  exact: readonly Big[],
  printed: Big,
  { roundings, decimals, tolerance }: { roundings: number; decimals: number; tolerance: Money },
): boolean {
  const off = exact.reduce((left, tax) => left.minus(tax), printed).abs()
  return off.lt(new Big(10).pow(-decimals).times(roundings)) || off.lte(tolerance)
}

/** A tax has the sign of its amount and is not more than it. */
function within(tax: Big, amount: Big): boolean {
  return tax.abs().lte(amount.abs()) && tax.times(amount).gte(0)
}
