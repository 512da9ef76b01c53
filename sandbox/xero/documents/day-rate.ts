/** Indicative units of a currency for one euro; invented, and the same every day. */
const perEuro: Record<string, number> = {
  EUR: 1,
  SGD: 1.46,
  MYR: 5.05,
  NOK: 11.6,
  DKK: 7.46,
  SEK: 11.3,
  GBP: 0.86,
  USD: 1.09,
}

/** The rate taken when an app sends none: units of `currency` for one of `base`, six decimals. */
export function dayRate(base: string, currency: string): number {
  const rate = (perEuro[currency] ?? 1) / (perEuro[base] ?? 1)
  return Number(rate.toFixed(6))
}
