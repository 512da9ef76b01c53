import { type Currency, formatMoney, type Money } from '#lib/domain/money.ts'

/** Amounts, one per currency: never added up across currencies. */
export function sumsInWords(sums: readonly { currency: Currency; total: Money }[]): string {
  return sums.map(({ currency, total }) => formatMoney(total, currency)).join(' + ')
}
