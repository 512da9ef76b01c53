import Big from 'big.js'
import { z } from 'zod'

/**
 * An amount as a decimal string such as `-12.50`; never a float. Up to 4 decimals
 * (unit prices); amounts that are posted have been rounded to the cent.
 */
export const Money = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'an amount such as 1234.50')
  .brand<'Money'>()
export type Money = z.infer<typeof Money>

/** A count or a weight, as a decimal string. */
export const Quantity = Money.brand<'Quantity'>()
export type Quantity = z.infer<typeof Quantity>

/** A tax rate in percent, as a decimal string without trailing zeros: `9`, `7.5`. */
export const Percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, 'a percentage such as 9 or 7.5')
  .transform(text => new Big(text).toFixed())
  .pipe(z.string().brand<'Percent'>())
export type Percent = z.infer<typeof Percent>

/** ISO 4217. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency code such as SGD')
  .brand<'Currency'>()
export type Currency = z.infer<typeof Currency>

/** ISO 4217, of 2026: the currencies of which a hundredth is not the smallest unit. */
const minorDigits = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
    .split(' ')
    .map(code => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3] as const),
])

/** How many decimals the currency's smallest unit has (ISO 4217). */
export function decimalsOf(currency: Currency): number {
  return minorDigits.get(currency) ?? 2
}

/**
 * How many decimals of a currency's amounts stand in the books: both ledgers keep two at most, so that an invoice
 * in thousandths can only be posted where they are zero (docs/money.md).
 */
export function postedDecimals(currency: Currency): number {
  return Math.min(2, decimalsOf(currency))
}

const money = (value: Big, decimals: number) =>
  value.round(decimals, Big.roundHalfUp).toFixed(decimals) as Money

/** Rounds half away from zero, to `decimals` places (2: cents). */
export function round(value: Money | Big, decimals = 2): Money {
  return money(new Big(value), decimals)
}

export const zero = '0.00' as Money

/** The sum, rounded to `decimals`; an empty list is zero. */
export function sum(values: readonly Money[], decimals = 2): Money {
  return money(
    values.reduce((total, value) => total.plus(value), new Big(0)),
    decimals,
  )
}

export function add(a: Money, b: Money, decimals = 2): Money {
  return money(new Big(a).plus(b), decimals)
}

export function subtract(a: Money, b: Money, decimals = 2): Money {
  return money(new Big(a).minus(b), decimals)
}

/** quantity × price, rounded to `decimals`. */
export function multiply(a: Money | Quantity, b: Money, decimals = 2): Money {
  return money(new Big(a).times(b), decimals)
}

/** `percent` of the amount, rounded to `decimals`. */
export function percentOf(amount: Money, percent: Percent, decimals = 2): Money {
  return money(new Big(amount).times(percent).div(100), decimals)
}

export function negate(a: Money): Money {
  return money(new Big(a).times(-1), Math.max(2, decimalsIn(a)))
}

export function equals(a: Money, b: Money): boolean {
  return new Big(a).eq(b)
}

export function isNegative(a: Money): boolean {
  return new Big(a).lt(0)
}

export function isZero(a: Money): boolean {
  return new Big(a).eq(0)
}

export function compare(a: Money, b: Money): -1 | 0 | 1 {
  return new Big(a).cmp(b)
}

function decimalsIn(value: string): number {
  return value.split('.')[1]?.length ?? 0
}
