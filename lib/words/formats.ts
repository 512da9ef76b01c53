import { formatMoney } from '../domain/format-money.ts'
import { localeOf } from '../domain/locale-of.ts'
import type { Currency, Money } from '../domain/money.ts'
import { say } from './say.ts'

/** `SGD 1,234.50` in the reader's own way of writing numbers. */
export function money(amount: Money, currency: Currency): string {
  return formatMoney(amount, currency, localeOf(say))
}

/** Writes decimal strings, exactly, in the reader's own way. */
export function decimals(options: Intl.NumberFormatOptions): (value: string) => string {
  const format = new Intl.NumberFormat(localeOf(say), options)
  // Intl takes decimal strings exactly (ES2023); the DOM's types name only numbers and bigints.
  return value => format.format(value as unknown as number)
}

/** Writes days and moments in the reader's own way. */
export function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(say), options)
}

/** Several texts as one: `a, b and c`. */
export function list(texts: readonly string[]): string {
  return new Intl.ListFormat(localeOf(say)).format(texts)
}
