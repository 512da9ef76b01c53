import type { Currency, Money } from './money.ts'

/** For people: `SGD 1,234.50` as the locale (BCP 47) writes it. */
export function formatMoney(amount: Money, currency: Currency, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
    // Intl takes decimal strings exactly (ES2023); the DOM's types name only numbers and bigints.
    amount as unknown as number,
  )
}
