import { columnOf } from './header.ts'
import type { Column, PageProfile } from './profile.ts'

/** A grid of invoices that was found by its headers. */
export interface Grid {
  /** What holds header and rows: the thing to watch. */
  root: Element
  /** The row of its headers. */
  header: Element
  /** Where each column stands among a row's cells (or its `aria-colindex`, where cells bear one). */
  columns: ReadonlyMap<Column, number>
  /** The rows that are in the document now, in its order; spacers and group rows are none. */
  rows(): Element[]
  /** The cell of a column; null where the row has none. */
  cell(row: Element, column: Column): Element | null
  /** The row that an element belongs to; null for what stands outside of any. */
  rowOf(node: Node): Element | null
}

/** What looked like a grid, in words, where none was recognised. */
export interface Recognition {
  grid: Grid | null
  /** The headers of the likeliest table of the page, for a report. */
  headers: string[]
}

const headerCells = 'th, [role="columnheader"]'
const rowish = 'tr, [role="row"]'
const cellish =
  ':scope > td, :scope > th, :scope > [role="gridcell"], :scope > [role="cell"], :scope > [role="rowheader"]'
/** Besides the status: a grid of invoices tells at least two of these. */
const telling: readonly Column[] = ['number', 'supplier', 'date', 'total']

/**
 * Finds the grid of invoices by its headers: a table, an ARIA grid, or rows of plain elements. A page without
 * a status column has none.
 */
export function findGrid(root: ParentNode, profile: PageProfile): Recognition {
  let headers: string[] = []
  for (const row of headerRows(root, profile)) {
    const cells = headerCellsOf(row)
    const columns = new Map<Column, number>()
    for (const [index, cell] of cells.entries()) {
      const column = columnOf(cell, profile.columns)
      if (column && !columns.has(column)) columns.set(column, colindex(cell) ?? index)
    }
    if (!columns.has('status')) continue
    headers = cells.map(cell => (cell.textContent ?? '').trim().slice(0, 60))
    if (telling.filter(column => columns.has(column)).length < 2) continue
    const grid = gridUnder(row, columns, cells.length)
    if (grid) return { grid, headers }
  }
  return { grid: null, headers }
}

/** Rows of header cells; on a page without any, the rows in which a status header of plain elements stands. */
function headerRows(root: ParentNode, { columns }: PageProfile): Set<Element> {
  const rows = new Set<Element>()
  for (const cell of root.querySelectorAll(headerCells)) {
    const row = cell.closest(rowish) ?? cell.parentElement
    if (row) rows.add(row)
  }
  if (rows.size > 0) return rows
  for (const leaf of root.querySelectorAll('div, span, p, td, button, b, strong')) {
    if (leaf.childElementCount > 1 || (leaf.textContent ?? '').length > 40) continue
    if (columnOf(leaf, columns) !== 'status') continue
    for (let row = leaf.parentElement, up = 0; row && up < 4; row = row.parentElement, up++) {
      const known = [...row.children].filter(child => columnOf(child, columns) !== undefined)
      if (known.length < 3) continue
      rows.add(row)
      break
    }
  }
  return rows
}

function headerCellsOf(row: Element): Element[] {
  const marked = [...row.querySelectorAll(headerCells)]
  return marked.length > 1 ? marked : [...row.children]
}

/** The rows may stand in the header's own table, or, where header and body are apart, in the next one beside it. */
function gridUnder(header: Element, columns: ReadonlyMap<Column, number>, width: number): Grid | null {
  const indexed = header.querySelector('[aria-colindex]') !== null
  const last = Math.max(...columns.values())
  const cellsOf = (row: Element) => {
    const cells = row.querySelectorAll(cellish)
    return cells.length > 0 ? [...cells] : [...row.children]
  }
  const cellAt = (row: Element, at: number): Element | null => {
    if (indexed) return cellsOf(row).find(cell => colindex(cell) === at) ?? null
    return cellsOf(row)[at] ?? null
  }
  const plain = !header.matches(rowish)
  const isRow = (element: Element) => {
    if (element === header || element.contains(header) || element.querySelector(headerCells)) return false
    if (plain && (element.childElementCount !== width || !isBelow(element, header))) return false
    return indexed ? cellAt(element, last) !== null : cellsOf(element).length > last
  }
  const rowsUnder = (root: Element) =>
    [...root.querySelectorAll(plain ? '*' : rowish)].filter(element => isRow(element))

  const own = header.closest('table, [role="grid"], [role="table"], [role="treegrid"]')
  const around = ancestors(own ?? header.parentElement, 4)
  // An empty list is a grid too, if it is one by its markup.
  const found = around.find(root => rowsUnder(root).length > 0) ?? own
  if (!found) return null
  const within = found
  return {
    root: within,
    header,
    columns,
    rows: () => rowsUnder(within),
    cell(row, column) {
      const at = columns.get(column)
      return at === undefined ? null : cellAt(row, at)
    },
    rowOf(node) {
      let element = node instanceof Element ? node : node.parentElement
      if (!plain) element = element?.closest(rowish) ?? null
      for (; element && element !== within; element = element.parentElement) {
        if (isRow(element)) return element
        if (!plain) return null
      }
      return null
    },
  }
}

/** The element and what it stands in, up to `most` of them and never the whole page. */
function ancestors(element: Element | null, most: number): Element[] {
  const found: Element[] = []
  for (let each = element; each && each !== document.body && found.length < most; each = each.parentElement) {
    found.push(each)
  }
  return found
}

/** Plain elements are a row by where they stand: under the header, as wide as it. */
function isBelow(element: Element, header: Element): boolean {
  const [row, head] = [element.getBoundingClientRect(), header.getBoundingClientRect()]
  return Math.abs(row.left - head.left) < 12 && Math.abs(row.width - head.width) < 24
}

function colindex(cell: Element): number | undefined {
  const value = Number(cell.getAttribute('aria-colindex'))
  return Number.isInteger(value) && value > 0 ? value : undefined
}
