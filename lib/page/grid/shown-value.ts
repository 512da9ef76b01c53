import type { Column, PageProfile } from '../profile.ts'
import { shownText } from '../shown-text.ts'
import { columnOf } from './header.ts'

const longestLabel = 40

/** What a cell shows, without its label: some tables hold their headers in every cell too, for narrow screens. */
export function shownValue(cell: Element, column: Column, columns: PageProfile['columns']): string {
  const text = shownText(cell)
  const first = cell.firstElementChild
  const label = first ? shownText(first) : ''
  if (!first || label === '' || label.length > longestLabel || !text.startsWith(label)) return text
  // No label has figures, and most values do.
  if (/\d/.test(label)) return text
  // Alone in its cell it is a label only if nobody sees it: a value may be such a word too.
  if (label === text && (first.checkVisibility?.() ?? true)) return text
  if (columnOf(first, columns) !== column) return text
  return text.slice(label.length).replace(/^[\s:：]+/, '')
}
