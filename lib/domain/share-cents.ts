import Big from 'big.js'

/**
 * Rounds each amount half away from zero, then gives single cents to those whose rounding lost most (largest
 * remainder), until they add up to `target`. Where no amount `may` take the next one, the plain roundings are
 * given: their sum is then not the target.
 */
export function shareCents(
  exact: readonly Big[],
  target: Big,
  {
    decimals,
    may,
  }: {
    decimals: number
    /** Whether the amount of this index may become `value`. */
    may: (index: number, value: Big) => boolean
  },
): Big[] {
  const cent = new Big(10).pow(-decimals)
  const plain = exact.map(amount => amount.round(decimals, Big.roundHalfUp))
  const gap = target.minus(plain.reduce((all, amount) => all.plus(amount), new Big(0)))
  const cents = gap.div(cent).abs()
  if (cents.eq(0) || !cents.mod(1).eq(0)) return plain
  const step = gap.lt(0) ? cent.neg() : cent
  const shares = exact.map((amount, index) => ({ index, lost: amount.minus(plain[index] ?? 0) }))
  shares.sort((a, b) => (gap.lt(0) ? a.lost.cmp(b.lost) : b.lost.cmp(a.lost)))
  const shared = [...plain]
  let left = cents.toNumber()
  for (let given = -1; left > 0 && given !== 0; ) {
    given = 0
    for (const { index } of shares) {
      const value = (shared[index] ?? new Big(0)).plus(step)
      if (left === 0 || !may(index, value)) continue
      shared[index] = value
      left -= 1
      given += 1
    }
  }
  return left === 0 ? shared : plain
}
