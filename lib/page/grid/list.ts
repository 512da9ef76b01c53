import type { Grid } from '../grid.ts'
import { cellFinder, cellsOf, type RowCells } from './cells.ts'
import { gridish, type Head, headerCells, rowish } from './head.ts'

/**
 * The list under a head: its rows stand in the head's own table, or, where head and body are apart, in what stands
 * beside it. They are rows by their markup, or by standing under the head as it stands. Null where nothing does.
 * @param others all heads of the page: what stands under another is not this one's
 */
export function listUnder(head: Head, others: readonly Head[]): Grid | null {
  const own = head.element.closest(gridish)
  const around = ancestors(own ?? head.element.parentElement, 4)
  const taken = others.filter(each => each !== head).flatMap(each => each.element.closest(gridish) ?? [])
  const ofOthers = (row: Element) => taken.some(grid => grid !== own && grid.contains(row))
  for (const listOf of [listOfMarked, listOfPlain]) {
    for (const root of around) {
      const list = listOf(head, root, ofOthers)
      if (list.rows().some(row => list.cells(row).get(telling(head))?.textContent?.trim())) return list
    }
  }
  // An empty list is one too, if it is one by its markup.
  return own && listOfMarked(head, own, ofOthers)
}

/** The column in which a row shows that it is one: a cloud may be drawn without any text. */
function telling({ columns, key }: Head) {
  return columns.has('number') ? 'number' : key
}

/** Rows that say so themselves. Each of a grid that is split is as many elements as it has containers. */
function listOfMarked(head: Head, root: Element, isNotOurs: (row: Element) => boolean): Grid {
  const find = finderUnder(head)
  /** Of a row's pieces, the one with its cloud stands for it. */
  const isRow = (row: Element) =>
    isBeside(head, row) &&
    !isNotOurs(row) &&
    find(row).has(head.key) &&
    !cellsOf(row).every(cell => cell.matches(headerCells))
  return {
    ...listIn(head, root),
    rows: () => [...root.querySelectorAll(rowish)].filter(isRow),
    cells(row) {
      const cells = find(row)
      if (cells.size === head.columns.size) return cells
      return new Map([...piecesOf(row, root).flatMap(piece => [...find(piece)]), ...cells])
    },
    rowOf(node) {
      const row = elementOf(node)?.closest(rowish)
      if (!row || !isWithin(row, root) || !isBeside(head, row)) return null
      return isRow(row) ? row : (piecesOf(row, root).find(isRow) ?? null)
    },
  }
}

/** Elements that nothing marks as rows: as many cells as there are headers, each below its own. */
function listOfPlain(head: Head, root: Element, isNotOurs: (row: Element) => boolean): Grid {
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
    rows: () => [...root.querySelectorAll('*')].filter(isRow),
    cells: find,
    rowOf(node) {
      for (let each = elementOf(node); each && isWithin(each, root); each = each.parentElement) {
        if (each.parentElement && holders.has(each.parentElement)) return isRow(each) ? each : null
      }
      return null
    },
  }
}

/** The cells of a row; how they are told apart is learned from the first row that has a cloud. */
function finderUnder(head: Head): (row: Element) => RowCells {
  let known: ((row: Element) => RowCells) | undefined
  return row => {
    if (known) return known(row)
    const finder = cellFinder(head, row)
    const cells = finder(row)
    if (cells.has(head.key)) known = finder
    return cells
  }
}

function listIn(head: Head, root: Element): Pick<Grid, 'roots' | 'heads'> {
  return { roots: [root], heads: [head.element] }
}

/** Neither the head, nor in it, nor around it; nor what a table measures its columns by. */
function isBeside({ element }: Head, row: Element): boolean {
  return !element.contains(row) && !row.contains(element) && row.getAttribute('aria-hidden') !== 'true'
}

/** The other elements of a row that is split: in other containers, with the same number, or else as the same child. */
function piecesOf(row: Element, root: Element): Element[] {
  const number = row.getAttribute('aria-rowindex')
  const own = row.parentElement
  if (!own) return []
  if (number) {
    return [...root.querySelectorAll(`[aria-rowindex="${CSS.escape(number)}"]`)].filter(
      piece => piece !== row,
    )
  }
  const at = [...own.children].indexOf(row)
  const containers = new Set([...root.querySelectorAll(rowish)].map(piece => piece.parentElement))
  containers.delete(own)
  return [...containers].flatMap(container => container?.children[at] ?? [])
}

/** The element and what it stands in, up to `most` of them and never the whole page. */
function ancestors(element: Element | null, most: number): Element[] {
  const found: Element[] = []
  for (let each = element; each && each !== document.body && found.length < most; each = each.parentElement) {
    found.push(each)
  }
  return found
}

/** Its middle is under the header. What holds rows is not: the middles of its parts are all the same. */
function isBelow(cell: Element, header: Element | undefined): boolean {
  if (!header) return false
  const [below, above] = [cell.getBoundingClientRect(), header.getBoundingClientRect()]
  const middle = (below.left + below.right) / 2
  return middle >= above.left && middle <= above.right && below.top >= above.top
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

function isWithin(element: Element, root: Element): boolean {
  return element !== root && root.contains(element)
}
