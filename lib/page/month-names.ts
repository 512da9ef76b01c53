const known = new Map<string, Map<string, number>>()
/** The page's languages first, then some of its neighbours': an invoice's date may be in another than the page. */
const languages = ['en', 'ms', 'id', 'th', 'vi', 'zh', 'ja', 'de', 'fr', 'es']
/** Short forms that are written besides those that browsers know. */
const others: Record<string, number> = { sept: 9, mac: 3, ogos: 8, ogs: 8, nop: 11, agt: 8, pebruari: 2 }

/** The month (1–12) that a name means, in the given language before all others; null for none. */
export function monthNamed(name: string, language: string): number | null {
  const wanted = plain(name)
  for (const each of [language, ...languages]) {
    const names = namesOf(each)
    const month = names.get(wanted) ?? (wanted.length > 3 ? names.get(wanted.slice(0, 3)) : undefined)
    if (month !== undefined) return month
  }
  return others[wanted] ?? null
}

/** The months of a language, long and short, as the browser knows them. */
function namesOf(language: string): Map<string, number> {
  const there = known.get(language)
  if (there) return there
  const names = new Map<string, number>()
  for (const style of ['long', 'short'] as const) {
    const format = formatOf(language, style)
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(new Date(Date.UTC(2026, month - 1, 15)))
      const name = plain(parts.find(part => part.type === 'month')?.value ?? '')
      if (/\p{L}/u.test(name)) names.set(name, month)
    }
  }
  known.set(language, names)
  return names
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ').trim()
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
