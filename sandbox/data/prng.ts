/** A small seeded source of chance (mulberry32): the same seed always gives the same numbers. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T
  /** `count` different ones of the list, or all of it if it is shorter. */
  some<T>(from: readonly T[], count: number): T[]
  /** True in `probability` of the cases. */
  happens(probability: number): boolean
  /** An opaque id of 12 letters and digits. */
  id(): string
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Starts a source of chance from a whole number. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[between(0, from.length - 1)]
    if (picked === undefined) throw new Error('Nothing to pick from: the list is empty')
    return picked
  }
  const some = <T>(from: readonly T[], count: number): T[] => {
    const rest = [...from]
    const chosen: T[] = []
    while (chosen.length < count && rest.length > 0) {
      chosen.push(...rest.splice(between(0, rest.length - 1), 1))
    }
    return chosen
  }
  const id = () => Array.from({ length: 12 }, () => letters[between(0, letters.length - 1)]).join('')
  return { next, between, pick, some, id, happens: probability => next() < probability }
}
