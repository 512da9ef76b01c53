import type { LocalDate } from '../domain/instant.ts'
import { LocalDate as Day } from '../domain/instant.ts'
import { equals, Money, round } from '../domain/money.ts'
import type { RowSeen } from '../messages.ts'
import type { Candidate } from './match.ts'

/** What a row of the list shows otherwise than the page's own data has it; null where they agree. */
export interface Otherwise {
  date: LocalDate | null
  total: Money | null
}

interface Matched {
  row: RowSeen
  invoice: Pick<Candidate, 'date' | 'total'>
}

/** With fewer rows than this nothing can be said of a column as a whole. */
const leastForAll = 3

/**
 * Which rows show another day or total than the page's data. Where most of them do, the column means something else
 * (the net amount, the day of delivery), or we misread it: that is no conflict.
 */
export function shownOtherwise(matched: readonly Matched[]): Map<RowSeen, Otherwise> {
  const dates = differing(matched, ({ row, invoice }) => {
    const shown = Day.safeParse(row.date.day)
    return shown.success ? { shown: shown.data, agrees: shown.data === invoice.date } : null
  })
  const totals = differing(matched, ({ row, invoice }) => {
    const shown = Money.safeParse(row.total.amount)
    return shown.success ? { shown: shown.data, agrees: isSameAmount(shown.data, invoice.total) } : null
  })
  const found = new Map<RowSeen, Otherwise>()
  for (const { row } of matched) {
    const otherwise = { date: dates.get(row) ?? null, total: totals.get(row) ?? null }
    if (otherwise.date !== null || otherwise.total !== null) found.set(row, otherwise)
  }
  return found
}

function differing<T>(
  matched: readonly Matched[],
  compare: (each: Matched) => { shown: T; agrees: boolean } | null,
): Map<RowSeen, T> {
  const different = new Map<RowSeen, T>()
  let compared = 0
  for (const each of matched) {
    const result = compare(each)
    if (!result) continue
    compared += 1
    if (!result.agrees) different.set(each.row, result.shown)
  }
  return compared >= leastForAll && different.size * 2 > compared ? new Map() : different
}

/** A list may leave out the sign of a credit note, and the cents. */
function isSameAmount(shown: Money, told: Money): boolean {
  const [one, other] = [unsigned(shown), unsigned(told)]
  return equals(one, shown.includes('.') ? other : round(other, 0))
}

function unsigned(amount: Money): Money {
  return amount.replace(/^-/, '') as Money
}
