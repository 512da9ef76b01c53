import type { Grid } from '../grid.ts'
import { cellFinder, none, type RowCells } from './cells.ts'
import { gridish, type Head, headerCells, rowish } from './head.ts'

/** What makes a list of the rows under a head within `root`, but for those that are another's. */
export type ListOf = (head: Head, root: Element, isNotOurs: (row: Element) => boolean) => Grid

/**
 * The list under a head: its rows stand in the head's own table, or, where head and body are apart, in what stands
 * beside it. They are rows by their markup, or by standing under the head as it stands. Null where nothing does.
 * @param others all heads of the page: what stands under another is not this one's
 * @param kinds how rows may be told, the surest first
 */
export function listUnder(
  head: Head,
  others: readonly Head[],
  kinds: readonly ListOf[] = [listOfMarked],
): Grid | null {
  const own = head.element.closest(gridish)
  const around = ancestors(own ?? head.element.parentElement, 4)
  const taken = others.filter(each => each !== head).flatMap(each => each.element.closest(gridish) ?? [])
  const ofOthers = (row: Element) => taken.some(grid => grid !== own && grid.contains(row))
  for (const listOf of kinds) {
    for (const root of around) {
      const list = listOf(head, root, ofOthers)
      for (const row of list.candidates()) {
        if (list.cells(row).get(telling(head))?.textContent?.trim()) return list
      }
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
export function listOfMarked(head: Head, root: Element, isNotOurs: (row: Element) => boolean): Grid {
  const find = finderUnder(head)
  /** The cells of what is a row; of a row's pieces, the one with its cloud stands for it. */
  const own = (row: Element) => {
    if (!isBeside(head, row) || isNotOurs(row)) return none
    const cells = find(row)
    const key = cells.get(head.key)
    return !key || key.matches(headerCells) ? none : cells
  }
  return {
    ...listIn(head, root),
    // Under a row of a table stand rows of a table: for those alone the browser need not look at each element.
    candidates: () => root.querySelectorAll(head.element.localName === 'tr' ? 'tr' : rowish),
    cells(row) {
      const cells = own(row)
      if (cells.size === 0 || cells.size === head.columns.size) return cells
      return new Map([...piecesOf(row, root).flatMap(piece => [...find(piece)]), ...cells])
    },
    rowOf(node) {
      const row = elementOf(node)?.closest(rowish)
      if (!row || !isWithin(row, root) || !isBeside(head, row)) return null
      return own(row).size > 0 ? row : (piecesOf(row, root).find(piece => own(piece).size > 0) ?? null)
    },
  }
}

/** The cells of a row; how they are told apart is learned from the first row that has a cloud. */
export function finderUnder(head: Head): (row: Element) => RowCells {
  let known: ((row: Element) => RowCells) | undefined
  return row => {
    if (known) return known(row)
    const finder = cellFinder(head, row)
    const cells = finder(row)
    if (cells.has(head.key)) known = finder
    return cells
  }
}

export function listIn(head: Head, root: Element): Pick<Grid, 'roots' | 'heads'> {
  return { roots: [root], heads: [head.element] }
}

/** Neither the head, nor in it, nor around it; nor what a table measures its columns by. */
export function isBeside({ element }: Head, row: Element): boolean {
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

export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

export function isWithin(element: Element, root: Element): boolean {
  return element !== root && root.contains(element)
}
