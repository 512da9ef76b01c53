/**
 * How long to wait after the nth failed attempt in a row, in milliseconds: 2, 4, 8 … seconds, at most five
 * minutes, a quarter of it left to chance so that many browsers do not come back in the same second.
 */
export function backOff(attempts: number, chance: number = Math.random()): number {
  const whole = Math.min(300_000, 2_000 * 2 ** Math.min(attempts - 1, 10))
  return Math.round(whole * (0.75 + 0.25 * chance))
}
