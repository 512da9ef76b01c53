import { listOfCards } from './grid/cards.ts'
import type { RowCells } from './grid/cells.ts'
import { headsIn } from './grid/head.ts'
import { listUnder } from './grid/list.ts'
import { rootsOf } from './grid/roots.ts'
import type { PageProfile } from './profile.ts'

/** A list of invoices, or several beside each other. */
export interface Grid {
  /** What holds headers and rows: the things to watch. The first is the one to stand by. */
  roots: readonly Element[]
  /** What holds the headers: with one that changes, the columns may. */
  heads: readonly Element[]
  /** The rows that are in the document now, in its order; spacers and group rows are none. */
  rows(): Element[]
  /** The cells of a row, which may stand outside of it where a grid is split over containers. */
  cells(row: Element): RowCells
  /** The row that a node belongs to; null for what stands outside of any. */
  rowOf(node: Node): Element | null
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
 */
export function findGrid(page: Document, profile: PageProfile): Recognition {
  const roots = rootsOf(page)
  let headers: string[] = []
  const grids: Grid[] = []
  for (const root of roots) {
    const { heads, labels } = headsIn(root, profile)
    if (labels.length > 0) headers = labels
    for (const head of heads) {
      const list = listUnder(head, heads)
      if (list?.roots.some(isShown)) grids.push(list)
    }
  }
  if (grids.length === 0) {
    for (const root of roots) {
      const cards = listOfCards(root, profile)
      if (cards) grids.push(cards)
    }
  }
  const [first, ...others] = grids
  return { grid: first ? (others.length > 0 ? together(grids) : first) : null, headers }
}

function together(grids: readonly Grid[]): Grid {
  const gridOf = (row: Element) => grids.find(({ roots }) => roots.some(root => root.contains(row)))
  return {
    roots: grids.flatMap(({ roots }) => roots),
    heads: grids.flatMap(({ heads }) => heads),
    rows: () => grids.flatMap(grid => grid.rows()),
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
