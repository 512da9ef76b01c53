import Big from 'big.js'

/** The value with exactly `places` decimals, rounded half away from zero: cents unless told otherwise. */
export function fixed(value: Big | string | number, places = 2): string {
  const rounded = new Big(value).round(places, Big.roundHalfUp)
  return (rounded.eq(0) ? new Big(0) : rounded).toFixed(places)
}

/** The value with `least` to six decimals, as many as it needs: quantities and unit prices. */
export function between(value: Big | string, least: number): string {
  const six = new Big(value).round(6, Big.roundHalfUp)
  const needed = six.toFixed().split('.')[1]?.length ?? 0
  return six.toFixed(Math.max(least, needed))
}

/** A rate without trailing zeros: `9`, `7.5`. */
export function rate(value: string): string {
  return new Big(value).toFixed()
}

/** The sum to the cent. */
export function total(values: readonly string[]): string {
  return fixed(values.reduce((sum, value) => sum.plus(value), new Big(0)))
}
