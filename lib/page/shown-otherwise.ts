import { LocalDate } from '../domain/instant.ts'
import type { Invoice, InvoiceShown } from '../domain/invoice.ts'
import { Currency, equals, Money, round } from '../domain/money.ts'
import type { RowSeen } from '../messages.ts'
import { plainText } from './plain-text.ts'

/** What a row of the list shows otherwise than the page's own data has it; null where they agree. */
export type Otherwise = Omit<InvoiceShown, 'at'>

interface Matched {
  row: RowSeen
  invoice: Pick<Invoice, 'number' | 'supplier' | 'date' | 'total' | 'currency'>
}

/** With fewer rows than this nothing can be said of a column as a whole. */
const leastForAll = 3

/**
 * Which rows show another number, supplier, day or total than the page's data. Where most of them do, the column means
 * something else (the net amount, the day of delivery), or we misread it: that is no conflict. A cloud is none either:
 * it changes with time, and the one seen last counts.
 */
export function shownOtherwise(matched: readonly Matched[]): Map<RowSeen, Otherwise> {
  const numbers = differing(matched, ({ row, invoice }) => textShown(row.number, invoice.number))
  const suppliers = differing(matched, ({ row, invoice }) => textShown(row.supplier, invoice.supplier.name))
  const dates = differing(matched, ({ row, invoice }) => {
    const shown = LocalDate.safeParse(row.date.day)
    return shown.success ? { shown: shown.data, agrees: shown.data === invoice.date } : null
  })
  const totals = differing(matched, totalShown)
  const found = new Map<RowSeen, Otherwise>()
  for (const { row } of matched) {
    const [number, supplier] = [numbers.get(row) ?? null, suppliers.get(row) ?? null]
    const [date, total] = [dates.get(row) ?? null, totals.get(row) ?? null]
    if (number ?? supplier ?? date ?? total) found.set(row, { number, supplier, date, total })
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

/** A name that the list cuts off agrees as far as it goes. */
function textShown(shown: string, told: string) {
  const [text, whole] = [plainText(shown), plainText(told)]
  if (text === '') return null
  const cut = /^(.+?)\s*(?:…|\.{3})$/u.exec(text)?.[1]
  return { shown, agrees: text === whole || (cut !== undefined && whole.startsWith(cut)) }
}

/** A sign means several currencies: only a code tells which one the list shows. */
function totalShown({ row: { total }, invoice }: Matched) {
  const amount = Money.safeParse(total.amount)
  if (!amount.success) return null
  const code = Currency.safeParse(total.currency)
  const currency = code.success && total.text.includes(code.data) ? code.data : invoice.currency
  const agrees = currency === invoice.currency && isSameAmount(amount.data, invoice.total)
  return { shown: { amount: amount.data, currency }, agrees }
}

/** A list may leave out the sign of a credit note, and the cents. */
function isSameAmount(shown: Money, told: Money): boolean {
  const [one, other] = [unsigned(shown), unsigned(told)]
  return equals(one, shown.includes('.') ? other : round(other, 0))
}

function unsigned(amount: Money): Money {
  return amount.replace(/^-/, '') as Money
}
