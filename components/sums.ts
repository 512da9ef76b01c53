import type { Currency, Money } from '#lib/domain/money.ts'
import { money } from '#lib/words/formats.ts'

/** Amounts, one per currency: never added up across currencies. */
export function sumsInWords(sums: readonly { currency: Currency; total: Money }[]): string {
  return sums.map(({ currency, total }) => money(total, currency)).join(' + ')
}
