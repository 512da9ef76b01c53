import type { PageProfile } from '../profile.ts'
import { columnOf } from './header.ts'

const plainHeaders = 'div, span, p, td, li, button, b, strong'

/** Rows of elements without a role in which the header of a status stands beside two others that we know. */
export function plainRows(root: ParentNode, columns: PageProfile['columns']): Element[][] {
  const rows = new Map<Element, Element[]>()
  for (const leaf of root.querySelectorAll(plainHeaders)) {
    if (leaf.childElementCount > 1 || (leaf.textContent ?? '').length > 40) continue
    if (columnOf(leaf, columns) !== 'status') continue
    for (let row = leaf.parentElement, up = 0; row && up < 4; row = row.parentElement, up++) {
      const cells = [...row.children]
      if (cells.filter(cell => columnOf(cell, columns) !== undefined).length < 3) continue
      rows.set(row, cells)
      break
    }
  }
  return [...rows.values()]
}
