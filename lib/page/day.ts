import { withPlainDigits } from './digits.ts'
import { monthNamed } from './month-names.ts'

/** In which order a page writes an all-number date such as 03/04/2026. */
export type DayOrder = 'day-first' | 'month-first'

const numbers = /(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})(?!\d)/
const yearFirst = /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/
/** `20261103`, as documents are numbered. */
const unseparated = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/
/** 民國115年11月3日 and 令和8年11月3日: the years before the first of each. */
const eras: readonly (readonly [RegExp, number])[] = [
  [/(?:民國|民国)\s*(\d{2,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})/, 1911],
  [/(?:令和|r)\s*(\d{1,2}|元)\s*[年.]\s*(\d{1,2})\s*[月.]\s*(\d{1,2})/, 2018],
]
const yearWord = String.raw`(?:năm|tahun|พ\.?ศ\.?|ค\.?ศ\.?|ปี|of|de)?\s*`
const dayThenName = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]*(\p{L}[\p{L}\p{M}.]*(?:\s\d{1,2}(?!\d))?)[\s\-/.,]*${yearWord}(\d{4}|\d{2})(?!\d)`,
  'u',
)
const nameThenDay = /(\p{L}[\p{L}\p{M}.]*)[\s\-/.,]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4})(?!\d)/u

/**
 * The day that a text names, as `YYYY-MM-DD`; null where it names none. A time after it is ignored, never
 * converted. Buddhist years (2569) are counted back by 543, those of 民國 and 令和 forward.
 * @param language the page's own, whose month names and order go first
 * @param order what `dayOrderOf` found in the page's other dates
 */
export function readDay(text: string, language = 'en', order = orderOf(language)): string | null {
  const plain = withPlainDigits(text).trim().toLowerCase()
  for (const [form, before] of eras) {
    const [, year, month, day] = form.exec(plain) ?? []
    if (year) return dayOf(String(before + (year === '元' ? 1 : Number(year))), month, day)
  }
  const iso = yearFirst.exec(plain) ?? unseparated.exec(plain)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const written = numbers.exec(plain)
  if (written) return ofNumbers(written, order, language)
  const [, day, name, year] = dayThenName.exec(plain) ?? []
  if (name) return ofName(day, name, year, language)
  const [, nameFirst, dayAfter, yearAfter] = nameThenDay.exec(plain) ?? []
  return nameFirst ? ofName(dayAfter, nameFirst, yearAfter, language) : null
}

/**
 * In which order a page writes its all-number dates: a number above twelve can only be the day. Where none
 * tells, or where they contradict each other, the order of the page's language.
 */
export function dayOrderOf(texts: Iterable<string>, language = 'en'): DayOrder {
  const seen = new Set<DayOrder>()
  for (const text of texts) {
    const [, first, second] = numbers.exec(withPlainDigits(text)) ?? []
    if (Number(first) > 12 && Number(second) <= 12) seen.add('day-first')
    if (Number(second) > 12 && Number(first) <= 12) seen.add('month-first')
  }
  const [only, ...others] = seen
  return only && others.length === 0 ? only : orderOf(language)
}

function orderOf(language: string): DayOrder {
  return /^(en-us|en-ph|fil)/i.test(language) ? 'month-first' : 'day-first'
}

function ofNumbers(
  [, first = '', second = '', third = '']: RegExpExecArray,
  order: DayOrder,
  language: string,
): string | null {
  // Chinese and Japanese put the year first, also where they shorten it.
  if (third.length === 2 && first.length === 2 && /^(zh|ja)/i.test(language)) {
    return dayOf(first, second, third)
  }
  const year = ofThai(third, language)
  const monthFirst = Number(second) > 12 || (order === 'month-first' && Number(first) <= 12)
  return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
}

function ofName(
  day: string | undefined,
  name: string,
  year: string | undefined,
  language: string,
): string | null {
  const month = monthNamed(name, language)
  const thai = /[\u0e00-\u0e7f]/.test(name) ? 'th' : language
  return month === null ? null : dayOf(ofThai(year, thai), String(month), day)
}

/** A shortened Buddhist year, 69 for 2569: as one of our own it would lie far ahead. */
function ofThai(year: string | undefined, language: string): string | undefined {
  const buddhist = year?.length === 2 && /^th/i.test(language) && Number(year) >= 60
  return buddhist ? `25${year}` : year
}

function dayOf(year = '', month = '', day = ''): string | null {
  const written = year.length === 2 ? 2000 + Number(year) : Number(year)
  const full = written > 2400 ? written - 543 : written
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)))
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return exists && full >= 1990 && full < 2200 ? date.toISOString().slice(0, 10) : null
}
