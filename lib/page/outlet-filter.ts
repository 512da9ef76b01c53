import type { PageProfile } from './profile.ts'
import { plainLabel, shownText } from './shown-text.ts'

/** What the page's outlet filter shows; null where it has none, or where it shows all outlets. */
export function outletShown(root: ParentNode, { outletFilter }: PageProfile): string | null {
  for (const filter of root.querySelectorAll('select, [role="combobox"], [aria-haspopup="listbox"]')) {
    if (!outletFilter.labels.includes(plainLabel(labelOf(filter)))) continue
    const shown = chosenIn(filter)
    const plain = plainLabel(shown)
    if (plain === '' || outletFilter.all.some(word => ` ${plain} `.includes(` ${word} `))) return null
    return shown.slice(0, 500)
  }
  return null
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
