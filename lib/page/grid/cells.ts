import type { Column, TableColumn } from '../profile.ts'
import type { Head } from './head.ts'

/** The cells of a row by their columns. */
export type RowCells = ReadonlyMap<Column | TableColumn, Element>

const cellish = 'td, th, [role="gridcell"], [role="cell"], [role="rowheader"]'
const cellRoles: readonly (string | null)[] = ['gridcell', 'cell', 'rowheader']
/** What an attribute says of an element itself, and never which column it belongs to. */
const ownMatters =
  /^(?:class|style|id|role|title|tabindex|width|height|colspan|rowspan|scope|aria-(?!colindex$).*)$/

export const none: RowCells = new Map()

/** The elements of a row that are its cells; its children where none says that it is one. */
export function cellsOf(row: Element): Element[] {
  // Most rows have nothing else: walked so, it costs a tenth of a selector.
  const direct: Element[] = []
  for (let child = row.firstElementChild; child; child = child.nextElementSibling) {
    if (isCell(child)) direct.push(child)
  }
  if (direct.length > 0) return direct
  const deeper = row.querySelectorAll(cellish)
  return deeper.length > 0 ? [...deeper] : [...row.children]
}

function isCell(element: Element): boolean {
  return element instanceof HTMLTableCellElement || cellRoles.includes(element.getAttribute('role'))
}

/**
 * How a row's cells are told apart: by an attribute in which each bears what its header bears (AG Grid's `col-id`,
 * MUI's `data-field`, `aria-colindex`), which holds when columns are moved, hidden or not all there; else by
 * their place, where there are enough of them.
 * @param example a row of the list
 */
export function cellFinder(head: Head, example: Element): (row: Element) => RowCells {
  type Named = Column | TableColumn
  const attribute = sharedAttribute(head, cellsOf(example))
  if (attribute) {
    const columnOfValue = new Map<string | null, Named>()
    for (const [column, header] of head.columns) columnOfValue.set(header.getAttribute(attribute), column)
    return row => {
      const found = new Map<Named, Element>()
      for (const cell of cellsOf(row)) {
        const column = columnOfValue.get(cell.getAttribute(attribute))
        if (column) found.set(column, cell)
      }
      return found
    }
  }
  const places = new Map<number, Named>()
  let at = 0
  for (const cell of head.cells) {
    for (const [column, header] of head.columns) if (header === cell) places.set(at, column)
    at += span(cell)
  }
  return row => {
    const found = new Map<Named, Element>()
    let place = 0
    for (const cell of cellsOf(row)) {
      const column = places.get(place)
      if (column) found.set(column, cell)
      place += span(cell)
    }
    return found.size === places.size ? found : none
  }
}

function sharedAttribute({ columns, key }: Head, cells: readonly Element[]): string | null {
  const headers = [...columns.values()]
  for (const name of columns.get(key)?.getAttributeNames() ?? []) {
    if (ownMatters.test(name)) continue
    const values = new Set(headers.map(header => header.getAttribute(name) || null))
    if (values.has(null) || values.size < headers.length) continue
    if (cells.some(cell => values.has(cell.getAttribute(name)))) return name
  }
  return null
}

function span(cell: Element): number {
  return cell instanceof HTMLTableCellElement ? cell.colSpan : 1
}
