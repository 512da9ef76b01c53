import Big from 'big.js'
import type { BillLine } from '#lib/domain/bill.ts'
import { type Currency, decimalsOf } from '#lib/domain/money.ts'
import type { TaxCodeFact } from './company-facts.ts'
import type { TransactionToSend } from './wire-transaction.ts'

/** A line's amount without its tax, and that tax. */
export interface TaxedLine {
  net: Big
  line: BillLine
}

/**
 * The tax of a bill, rate by rate, as the invoice has it: stated, because QuickBooks would round it once for
 * the bill where the invoice may not have. The tax of a code of several rates is split by their percentages,
 * the last taking what rounding leaves.
 */
export function taxDetail(
  lines: readonly TaxedLine[],
  codes: readonly TaxCodeFact[],
  currency: Currency,
): NonNullable<TransactionToSend['TxnTaxDetail']> {
  const decimals = decimalsOf(currency)
  const rates = new Map<string, { percent: string; net: Big; tax: Big }>()
  for (const { net, line } of lines) {
    const code = codes.find(({ id }) => id === line.taxCode)
    let left = new Big(line.tax)
    for (const [index, { id, percent }] of (code?.rates ?? []).entries()) {
      const last = index === (code?.rates.length ?? 0) - 1
      const share = last
        ? left
        : shareOf(line.tax, percent, code?.percent ?? '0').round(decimals, Big.roundHalfUp)
      left = left.minus(share)
      const seen = rates.get(id) ?? { percent, net: new Big(0), tax: new Big(0) }
      rates.set(id, { percent, net: seen.net.plus(net), tax: seen.tax.plus(share) })
    }
  }
  const total = lines.reduce((sum, { line }) => sum.plus(line.tax), new Big(0))
  return {
    TotalTax: total.toNumber(),
    TaxLine: [...rates].map(([id, { percent, net, tax }]) => ({
      Amount: tax.toNumber(),
      DetailType: 'TaxLineDetail',
      TaxLineDetail: {
        TaxRateRef: { value: id },
        PercentBased: true,
        TaxPercent: Number(percent),
        NetAmountTaxable: net.toNumber(),
      },
    })),
  }
}

function shareOf(tax: string, percent: string, all: string): Big {
  return new Big(all).eq(0) ? new Big(0) : new Big(tax).times(percent).div(all)
}
