import type { Invoice } from './invoice.ts'
import { equals, isNegative } from './money.ts'

/**
 * Whether two invoices of one outlet may be one that came twice: the same supplier and number, whatever they
 * come to; or the same supplier, day and total under numbers that are written alike. An invoice and the credit
 * note under its number are two.
 */
export function areTwins(one: Invoice, other: Invoice): boolean {
  if (one.id === other.id || one.outletId !== other.outletId) return false
  if (one.supplier.id !== other.supplier.id || isCredit(one) !== isCredit(other)) return false
  if (one.number.trim() !== '' && one.number === other.number) return true
  return (
    one.date === other.date &&
    one.currency === other.currency &&
    equals(one.total, other.total) &&
    writtenAlike(one.number, other.number)
  )
}

/**
 * Whether two numbers may be one, written in two ways or mistyped: apart from signs, blanks, case and leading
 * zeros the same (`INV-0042`, `inv 42`); one with what stands before or behind it (`42/2026`, `1042` in
 * `INV1042`); or with two neighbouring characters changed about (`1024`, `1042`).
 */
export function writtenAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a === '' || b === '') return false
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return true
  return a.length === b.length && a.length >= 4 && changedAbout(a, b)
}

function changedAbout(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b
}

function plain(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<!\p{N})0+(?=\p{N})/gu, '')
    .replaceAll(' ', '')
}

function isCredit({ total, detail }: Invoice): boolean {
  return detail?.document === 'credit-note' || isNegative(total)
}
