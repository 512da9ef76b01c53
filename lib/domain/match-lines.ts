import type { ComparedLine } from './bill-comparison.ts'
import { equals } from './money.ts'

/** Two lines that mean the same thing, or one that the other side does not have. */
export interface Matched<L> {
  ours: L | null
  theirs: L | null
}

type Alike = (ours: ComparedLine, theirs: ComparedLine) => boolean

const sameText: Alike = (ours, theirs) => plain(ours.description) === plain(theirs.description)
const sameAmount: Alike = (ours, theirs) => equals(ours.amount, theirs.amount)
const sameAccount: Alike = (ours, theirs) => ours.account === theirs.account

/** What makes two lines one, the surest first. */
const ways: readonly Alike[] = [
  (ours, theirs) => sameText(ours, theirs) && sameAmount(ours, theirs) && sameAccount(ours, theirs),
  (ours, theirs) => sameText(ours, theirs) && sameAmount(ours, theirs),
  (ours, theirs) => sameText(ours, theirs) && sameAccount(ours, theirs),
  sameText,
  (ours, theirs) => sameAmount(ours, theirs) && sameAccount(ours, theirs),
  sameAmount,
]

/**
 * Finds for each line of ours the one of theirs that means the same: by its text, else by its amount, else by
 * standing in the same place. In our order; what only they have comes last, in theirs.
 */
export function matchLines<L extends ComparedLine>(ours: readonly L[], theirs: readonly L[]): Matched<L>[] {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (one: number, other: number) => {
    partner.set(one, other)
    taken.add(other)
  }
  for (const alike of ways) {
    for (const [one, line] of ours.entries()) {
      if (partner.has(one)) continue
      const other = theirs.findIndex((their, index) => !taken.has(index) && alike(line, their))
      if (other >= 0) pair(one, other)
    }
  }
  for (const one of ours.keys()) {
    if (!partner.has(one) && one < theirs.length && !taken.has(one)) pair(one, one)
  }
  return [
    ...ours.map((line, one) => ({ ours: line, theirs: theirs[partner.get(one) ?? -1] ?? null })),
    ...theirs.filter((_, index) => !taken.has(index)).map(line => ({ ours: null, theirs: line })),
  ]
}

/** A text as people compare it: ledgers fold blanks and line ends. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
