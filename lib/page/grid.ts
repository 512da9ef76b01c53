import type { RowCells } from './grid/cells.ts'
import { headsIn } from './grid/head.ts'
import { listOfMarked, listUnder } from './grid/list.ts'
import { rootsOf } from './grid/roots.ts'
import type { Unmarked } from './grid/unmarked.ts'
import type { PageProfile } from './profile.ts'

/** A list of elements, an array or the browser's own: that makes those of ten thousand which are asked for. */
export type Candidates = ArrayLike<Element> & Iterable<Element>

/** A list of invoices, or several beside each other. */
export interface Grid {
  /** What holds headers and rows: the things to watch. The first is the one to stand by. */
  roots: readonly Element[]
  /** What holds the headers: with one that changes, the columns may. */
  heads: readonly Element[]
  /** What may be a row, in the document's order: found at little cost, however many there are. */
  candidates(): Candidates
  /**
   * The cells of a row, which may stand outside of it where a grid is split over containers. None of what is no row:
   * headers, spacers, group rows.
   */
  cells(candidate: Element): RowCells
  /** The row that a node belongs to; null for what stands outside of any. */
  rowOf(node: Node): Element | null
}

/** The rows that are in the document now, in its order. */
export function rowsOf(grid: Grid): Element[] {
  return [...grid.candidates()].filter(candidate => grid.cells(candidate).size > 0)
}

/** What looked like a grid, in words, where none was recognised. */
export interface Recognition {
  grid: Grid | null
  /** The headers of the likeliest table of the page, for a report. */
  headers: string[]
}

/**
 * Finds the invoices of a page by what its headers or labels say, never by a library's names for them: in tables,
 * ARIA grids, rows of plain elements and cards, in the document or in open shadow roots. A page without a status
 * column has none.
 * @param more finds lists that do not say that they are one; without it these are not found
 */
export function findGrid(page: Document, profile: PageProfile, more?: Unmarked): Recognition {
  const roots = rootsOf(page)
  const kinds = more ? [listOfMarked, more.listOfPlain] : [listOfMarked]
  let headers: string[] = []
  const grids: Grid[] = []
  for (const root of roots) {
    const { heads, labels } = headsIn(root, profile, more?.plainRows)
    if (labels.length > 0) headers = labels
    for (const head of heads) {
      const list = listUnder(head, heads, kinds)
      if (list?.roots.some(isShown)) grids.push(list)
    }
  }
  if (grids.length === 0) grids.push(...roots.flatMap(root => more?.listOfCards(root, profile) ?? []))
  const [first, ...others] = grids
  return { grid: first ? (others.length > 0 ? together(grids) : first) : null, headers }
}

function together(grids: readonly Grid[]): Grid {
  const gridOf = (row: Element) => grids.find(({ roots }) => roots.some(root => root.contains(row)))
  return {
    roots: grids.flatMap(({ roots }) => roots),
    heads: grids.flatMap(({ heads }) => heads),
    candidates: () => grids.flatMap(grid => [...grid.candidates()]),
    cells: row => gridOf(row)?.cells(row) ?? new Map(),
    rowOf(node) {
      for (const grid of grids) {
        const row = grid.rowOf(node)
        if (row) return row
      }
      return null
    },
  }
}

/** A page may hold the list twice, for wide and for narrow screens. */
function isShown(root: Element): boolean {
  return root.checkVisibility?.() ?? true
}
