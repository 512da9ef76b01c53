import type { Column, PageProfile, TableColumn } from '../profile.ts'
import { columnOf } from './header.ts'

/** The headers of a list of invoices. */
export interface Head {
  /** What holds all of them: one row, or more where a grid is split over containers. */
  element: Element
  /** All header cells from first to last, known or not. */
  cells: readonly Element[]
  columns: ReadonlyMap<Column | TableColumn, Element>
  /** Every row has a cell of it. */
  key: Column | TableColumn
}

const headerKinds = ['th', '[role="columnheader"]']
export const headerCells = headerKinds.join()
export const rowish = 'tr, [role="row"]'
export const gridish = 'table, [role="grid"], [role="table"], [role="treegrid"]'
/** Besides the status: a list of invoices tells at least two of these. */
const telling: readonly Column[] = ['number', 'supplier', 'date', 'total']

/** Whether these are the columns of a list of invoices. */
export function isOfInvoices(columns: ReadonlyMap<Column | TableColumn, unknown>): boolean {
  return columns.has('status') && telling.filter(column => columns.has(column)).length >= 2
}

/**
 * The heads in a document or shadow root, and the labels of whatever has a status and looks like one: rows of header
 * cells; then the header cells of one grid together; then, where no element says that it is a header, what `plainRows`
 * finds.
 */
export function headsIn(
  root: ParentNode,
  { columns }: PageProfile,
  plainRows?: (root: ParentNode, columns: PageProfile['columns']) => Element[][],
): { heads: Head[]; labels: string[] } {
  let labels: string[] = []
  const recognised = (groups: Iterable<readonly Element[]>) => {
    const found: Head[] = []
    for (const cells of groups) {
      const head = headOf(cells, columns, 'status')
      if (!head) continue
      labels = cells.map(cell => (cell.textContent ?? '').trim().slice(0, 60))
      if (isOfInvoices(head.columns)) found.push(head)
    }
    return found
  }
  const marked = headerCellsIn(root)
  const rows = Map.groupBy(marked, rowOfHeader)
  let heads = recognised(rows.values())
  if (heads.length === 0) heads = recognised(Map.groupBy(marked, cell => cell.closest(gridish)).values())
  if (heads.length === 0 && plainRows) heads = recognised(plainRows(root, columns))
  return { heads, labels }
}

/** The cells of a document or shadow root that say that they are headers. */
export function headerCellsIn(root: ParentNode): Element[] {
  // Asked one by one: each is a look-up for the browser, all together are a walk over a page of any length.
  const cells = headerKinds.flatMap(kind => [...root.querySelectorAll(kind)])
  return [...new Set(cells)].filter(cell => !cell.closest('[aria-hidden="true"]')).sort(inOrder)
}

/** What groups header cells to a row. */
export function rowOfHeader(cell: Element): Element | null {
  return cell.closest(rowish) ?? cell.parentElement
}

/** What header cells are the head of, if the column `key` is among them. */
export function headOf<C extends Column | TableColumn>(
  cells: readonly Element[],
  words: Readonly<Record<C, readonly string[]>>,
  key: C,
): Head | null {
  const columns = new Map<C, Element>()
  for (const cell of cells) {
    const column = columnOf(cell, words)
    if (column && !columns.has(column)) columns.set(column, cell)
  }
  let element = cells[0]?.parentElement ?? null
  while (element && !cells.every(cell => element?.contains(cell))) element = element.parentElement
  return element && columns.has(key) ? { element, cells, columns, key } : null
}

function inOrder(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
