import { valuesAt } from './values-at.ts'

/** What must hold of the values at a path: a name for it, and whether it holds of one value. */
export interface Need {
  words: string
  holds(value: unknown): boolean
}

/** A rule that a ledger's own description leaves out, where nearly everything may be missing. */
export interface Rule {
  /** Such as `Line[].Amount`; `[]` is for each of a list. */
  path: string
  need: Need
  why: string
}

export const there: Need = { words: 'is missing', holds: value => value !== undefined && value !== '' }
export const absent: Need = { words: 'must not be sent', holds: value => value === undefined }
export const some: Need = { words: 'has none', holds: value => Array.isArray(value) && value.length > 0 }
export const atMost = (most: number): Need => ({
  words: `is longer than ${most} characters`,
  holds: value => value === undefined || (typeof value === 'string' && value.length <= most),
})
export const oneOf = (...values: unknown[]): Need => ({
  words: `is none of ${values.join(', ')}`,
  holds: value => values.includes(value),
})

/** What is wrong with an object by these rules. */
export function problemsBy(rules: readonly Rule[], name: string, object: unknown): string[] {
  return rules.flatMap(({ path, need, why }) =>
    valuesAt(object, path).every(value => need.holds(value))
      ? []
      : [`${name}.${path} ${need.words}, yet ${why}`],
  )
}
