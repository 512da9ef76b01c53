import type { PageProfile } from './profile.ts'
import { plainLabel, shownText } from './shown-text.ts'

const choices = ['select', '[role="combobox"]', '[aria-haspopup="listbox"]']
/** Of the page's time no more than this part goes into looking for a filter that is not there. */
const searchShare = 0.02

/** The page's own outlet filter. */
export interface OutletFilter {
  /** What it shows; null where there is none, or where it shows all outlets. */
  shown(): string | null
}

/** Finds the filter by its label when it is asked for, and again when it went. */
export function createOutletFilter(root: ParentNode, { outletFilter }: PageProfile): OutletFilter {
  let filter: Element | undefined
  let notBefore = 0

  const names = (each: Element) => outletFilter.labels.includes(plainLabel(labelOf(each)))
  function find(): Element | undefined {
    if (filter?.isConnected && names(filter)) return filter
    const begun = performance.now()
    if (begun < notBefore) return undefined
    let found: Element | undefined
    for (const kind of choices) found ??= [...root.querySelectorAll(kind)].find(names)
    const now = performance.now()
    notBefore = found ? 0 : now + (now - begun) / searchShare
    return found
  }
  return {
    shown() {
      filter = find()
      const shown = filter ? chosenIn(filter) : ''
      const plain = plainLabel(shown)
      if (plain === '' || outletFilter.all.some(word => ` ${plain} `.includes(` ${word} `))) return null
      return shown.slice(0, 500)
    },
  }
}

function labelOf(filter: Element): string {
  const own = filter.getAttribute('aria-label')
  if (own) return own
  const ids = filter.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const named = ids.map(id => filter.ownerDocument.getElementById(id)?.textContent ?? '').join(' ')
  if (named.trim()) return named
  const label = filter instanceof HTMLSelectElement ? filter.labels?.[0] : filter.closest('label')
  return label ? shownText(label) : (filter.getAttribute('placeholder') ?? '')
}

function chosenIn(filter: Element): string {
  if (filter instanceof HTMLSelectElement) {
    const chosen = filter.selectedOptions[0]
    return filter.value === '' ? '' : (chosen?.textContent ?? '').trim()
  }
  return filter instanceof HTMLInputElement ? filter.value : shownText(filter)
}
