/** In which order a page writes an all-number date such as 03/04/2026. */
export type DayOrder = 'day-first' | 'month-first'

const monthNames = new Map<string, Map<string, number>>()
const languages = ['en', 'ms', 'id', 'th', 'vi', 'zh', 'ja', 'de', 'fr', 'es']

/**
 * The day that a text names, as `YYYY-MM-DD`; null where it names none. A time after it is ignored, never
 * converted. Buddhist years (2569) are counted back by 543.
 * @param language the page's own, whose month names and order go first
 */
export function readDay(text: string, language = 'en'): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const iso = /(?<!\d)(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})/.exec(plain)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const numbers = /(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})(?!\d)/.exec(plain)
  if (numbers) return ofNumbers(numbers, orderOf(language))
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]*(\p{L}[\p{L}\p{M}.]*(?:\s\d{1,2}(?!\d))?)[\s\-/.,]*(\d{4}|\d{2})(?!\d)/u.exec(
      plain,
    )
  if (dayFirst) return ofName(dayFirst[1], dayFirst[2], dayFirst[3], language)
  const monthFirst = /(\p{L}[\p{L}\p{M}.]*)[\s\-/.,]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4})(?!\d)/u.exec(
    plain,
  )
  if (monthFirst) return ofName(monthFirst[2], monthFirst[1], monthFirst[3], language)
  return null
}

function orderOf(language: string): DayOrder {
  return /^(en-us|en-ph|fil)/i.test(language) ? 'month-first' : 'day-first'
}

function ofNumbers([, first = '', second = '', year]: RegExpExecArray, order: DayOrder): string | null {
  // A number above twelve can only be the day, whatever the order.
  const monthFirst = Number(second) > 12 || (order === 'month-first' && Number(first) <= 12)
  return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
}

function ofName(
  day: string | undefined,
  name: string | undefined,
  year: string | undefined,
  language: string,
): string | null {
  const wanted = (name ?? '').replaceAll('.', '')
  for (const each of [language, ...languages]) {
    const names = namesOf(each)
    const month = names.get(wanted) ?? (wanted.length > 3 ? names.get(wanted.slice(0, 3)) : undefined)
    if (month !== undefined) return dayOf(year, String(month), day)
  }
  return null
}

/** The months of a language, long and short, as the browser knows them. */
function namesOf(language: string): Map<string, number> {
  const known = monthNames.get(language)
  if (known) return known
  const names = new Map<string, number>()
  for (const style of ['long', 'short'] as const) {
    const format = formatOf(language, style)
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(new Date(Date.UTC(2026, month - 1, 15)))
      const name = parts
        .find(part => part.type === 'month')
        ?.value.toLowerCase()
        .replaceAll('.', '')
      if (name) names.set(name, month)
    }
  }
  monthNames.set(language, names)
  return names
}

function formatOf(language: string, month: 'long' | 'short'): Intl.DateTimeFormat {
  const options = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const
  try {
    return new Intl.DateTimeFormat(language, options)
  } catch {
    // The page's `lang` may be no language tag at all.
    return new Intl.DateTimeFormat('en', options)
  }
}

function dayOf(year = '', month = '', day = ''): string | null {
  const written = year.length === 2 ? 2000 + Number(year) : Number(year)
  const full = written > 2400 ? written - 543 : written
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)))
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return exists && full >= 1990 && full < 2200 ? date.toISOString().slice(0, 10) : null
}
