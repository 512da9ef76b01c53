import Big from 'big.js'
import type { InvoiceDetail } from './invoice.ts'
import type { Money, Percent } from './money.ts'

/**
 * Each line's tax, so that the lines of a rate add up to the tax that the invoice prints for it.
 * An invoice rounds its tax once per rate, a ledger once per line; the cents between are given to the
 * lines whose rounding lost most (largest remainder). A printed tax that no rounding explains is
 * left alone: the totals then differ, and the export stops with both shown.
 * Takes and gives amounts with the currency's `decimals`.
 */
export function spreadTax(
  lines: readonly { amount: Money; taxRate: Percent }[],
  detail: Pick<InvoiceDetail, 'amountsIncludeTax' | 'taxes'>,
  decimals: number,
): Money[] {
  const cent = new Big(10).pow(-decimals)
  const shares = lines.map(({ amount, taxRate }) => {
    const exact = detail.amountsIncludeTax
      ? new Big(amount).times(taxRate).div(new Big(taxRate).plus(100))
      : new Big(amount).times(taxRate).div(100)
    const rounded = exact.round(decimals, Big.roundHalfUp)
    return { taxRate, rounded, lost: exact.minus(rounded) }
  })
  for (const { rate, tax } of detail.taxes) {
    const ofRate = shares.filter(share => share.taxRate === rate)
    const gap = ofRate.reduce((left, share) => left.minus(share.rounded), new Big(tax))
    const cents = gap.div(cent).abs()
    // One rounding a line, and one for the invoice's own sum: more than that is no rounding.
    if (cents.gt(ofRate.length + 1)) continue
    const step = gap.lt(0) ? cent.times(-1) : cent
    const ordered = [...ofRate].sort((a, b) => (gap.lt(0) ? a.lost.cmp(b.lost) : b.lost.cmp(a.lost)))
    for (let given = 0; cents.gt(given) && ordered.length > 0; given += 1) {
      const share = ordered[given % ordered.length]
      if (share) share.rounded = share.rounded.plus(step)
    }
  }
  return shares.map(share => share.rounded.toFixed(decimals) as Money)
}
