import type { Grid } from '../grid.ts'
import { none } from './cells.ts'
import { type Head, headerCells } from './head.ts'
import { elementOf, finderUnder, isBeside, isWithin, listIn } from './list.ts'

/** Elements that nothing marks as rows: as many cells as there are headers, each below its own. */
export function listOfPlain(head: Head, root: Element, isNotOurs: (row: Element) => boolean): Grid {
  const find = finderUnder(head)
  /** What holds rows: what comes into it later is one by its cells alone, without a look at the layout. */
  const holders = new WeakSet<Element>()
  const isRow = (element: Element) => {
    if (element.childElementCount < head.columns.size || !isBeside(head, element) || isNotOurs(element))
      return false
    if (element.childElementCount > head.cells.length || !element.textContent?.trim()) return false
    const cells = find(element)
    const holder = element.parentElement
    if (!holder || !cells.has(head.key) || cells.get(head.key)?.matches(headerCells)) return false
    if (holders.has(holder)) return true
    const isRow = [...cells].every(([column, cell]) => isBelow(cell, head.columns.get(column)))
    if (isRow) holders.add(holder)
    return isRow
  }
  return {
    ...listIn(head, root),
    candidates: () => [...root.querySelectorAll('*')].filter(isRow),
    cells: element => (isRow(element) ? find(element) : none),
    rowOf(node) {
      for (let each = elementOf(node); each && isWithin(each, root); each = each.parentElement) {
        if (each.parentElement && holders.has(each.parentElement)) return isRow(each) ? each : null
      }
      return null
    },
  }
}

/** Its middle is under the header. What holds rows is not: the middles of its parts are all the same. */
function isBelow(cell: Element, header: Element | undefined): boolean {
  if (!header) return false
  const [below, above] = [cell.getBoundingClientRect(), header.getBoundingClientRect()]
  const middle = (below.left + below.right) / 2
  return middle >= above.left && middle <= above.right && below.top >= above.top
}
