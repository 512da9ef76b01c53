import { headerCellsIn, headOf, rowOfHeader } from '../grid/head.ts'
import { columnNamed } from '../grid/header.ts'
import { listOfMarked, listUnder } from '../grid/list.ts'
import { listOfPlain } from '../grid/plain-list.ts'
import { rootsOf } from '../grid/roots.ts'
import { rowsOf } from '../grid.ts'
import type { Profile, TableColumn } from '../profile.ts'
import { isOurs } from '../row.ts'
import { shownText } from '../shown-text.ts'
import type { PageTables, TableKind } from './page-tables.ts'
import { shownChoice } from './shown-choice.ts'

type TableWords = Profile['tables']

const most = { rows: 2000, text: 2000, tables: 10, headings: 20, bills: 20 }
/** The column that each row must have, and what else makes a table one of its kind; the first that fits tells. */
const kinds: readonly { kind: TableKind; key: TableColumn; also: readonly TableColumn[] }[] = [
  { kind: 'lines', key: 'product', also: ['quantity', 'amount'] },
  { kind: 'products', key: 'product', also: ['group'] },
  { kind: 'accounts', key: 'group', also: ['account'] },
]
const labels = 'label, dt, th, span, div, p, legend'
const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"], legend, dt, strong'

/**
 * What a page shows besides a list of invoices, read by what its headers, labels and headings say: an invoice's lines,
 * products with their groups, groups with their accounts, the export mode, and links to bills.
 */
export function readTables(page: Document, words: TableWords): PageTables {
  const roots = rootsOf(page)
  const own = (selector: string) =>
    roots.flatMap(root => [...root.querySelectorAll<HTMLElement>(selector)]).filter(each => !isOurs(each))
  return {
    headings: own('h1, h2, [role="heading"]')
      .map(each => shownText(each).slice(0, most.text))
      .filter(Boolean)
      .slice(0, most.headings),
    tables: roots.flatMap(root => tablesIn(root, words)).slice(0, most.tables),
    exportMode: exportModeOf(own, words),
    bills: own(headings)
      .filter(each => columnNamed(shownText(each), { linked: words.linkedPlatforms }) === 'linked')
      .flatMap(linksUnder)
      .slice(0, most.bills),
  }
}

function tablesIn(root: ParentNode, words: TableWords): PageTables['tables'] {
  const groups = [...Map.groupBy(headerCellsIn(root), rowOfHeader).values()]
  const found = groups.flatMap(cells => {
    for (const { kind, key, also } of kinds) {
      const head = headOf(cells, words.columns, key)
      if (head && also.every(column => head.columns.has(column))) return [{ kind, head }]
    }
    return []
  })
  const heads = found.map(({ head }) => head)
  return found.map(({ kind, head }) => {
    const list = listUnder(head, heads, [listOfMarked, listOfPlain])
    const rows = list ? rowsOf(list).map(row => textsOf(list.cells(row))) : []
    return { kind, rows: rows.slice(0, most.rows) }
  })
}

function textsOf(cells: ReadonlyMap<string, Element>): Partial<Record<TableColumn, string>> {
  return Object.fromEntries(
    [...cells].map(([column, cell]) => [column, column === 'product' ? firstWords(cell) : saidBy(cell)]),
  )
}

/** A product's name comes first in its cell; under it may stand its pack, a discount and the like. */
function firstWords(cell: Element): string {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = (text.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (words !== '') return words.slice(0, most.text)
  }
  return ''
}

/** What a cell or field says: what is chosen in it, else its text. */
function saidBy(cell: Element): string {
  return (shownChoice(cell) ?? shownText(cell)).slice(0, most.text)
}

function exportModeOf(own: (selector: string) => HTMLElement[], { exportMode }: TableWords): string | null {
  for (const label of own(labels)) {
    if (label.childElementCount > 1 || columnNamed(shownText(label), { mode: exportMode }) !== 'mode')
      continue
    const field = label.nextElementSibling ?? label.parentElement?.nextElementSibling
    const value = field ? saidBy(field) : ''
    if (value !== '') return value
  }
  return null
}

/** The links in what a heading stands over: what it stands in, and no more of the page than that. */
function linksUnder(heading: Element): string[] {
  const links = (within: Element | null | undefined) => [
    ...(within?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []),
  ]
  const near = links(heading.nextElementSibling)
  return (near.length > 0 ? near : links(heading.parentElement)).map(({ href }) => href.slice(0, 4000))
}
