import type { Grid } from '../grid.ts'
import type { Column, PageProfile } from '../profile.ts'
import { isOfInvoices } from './head.ts'
import { columnNamed, columnOf } from './header.ts'

/** Where a style sheet takes a cell's label from when it makes cards of a table. */
const labelled = ['data-label', 'data-title', 'data-th', 'data-header', 'data-column'] as const
const labels = `dt, th, label, span, p, div, b, strong, small, ${labelled.map(name => `[${name}]`).join()}`
/** Where a person types or chooses: a form with the same labels is no invoice. */
const typed = 'input, select, textarea, [role="combobox"], [contenteditable="true"]'
const mostUp = 6

type Labelled = readonly [column: Column, value: Element]

/**
 * A list that has no head because each invoice bears its labels itself: cards of a narrow screen. A card is the
 * smallest element with one status label that holds as many others as there are.
 */
export function listOfCards(root: ParentNode, { columns }: PageProfile): Grid | null {
  const valuesIn = (within: ParentNode): Labelled[] =>
    [...within.querySelectorAll(labels)].flatMap(element => labelledBy(element, columns))
  const cards = () => {
    const all = valuesIn(root)
    const found = new Set<Element>()
    for (const at of all.keys()) {
      const card = all[at]?.[0] === 'status' && cardAround(at, all)
      if (card) found.add(card)
    }
    return found
  }
  const first = cards()
  if (first.size === 0) return null
  const around = commonParent([...first])
  let known = first
  return {
    roots: [around],
    heads: [],
    candidates() {
      known = cards()
      return [...known].filter(card => around.contains(card))
    },
    cells: card => new Map(known.has(card) ? valuesIn(card) : []),
    rowOf(node) {
      let element = node instanceof Element ? node : node.parentElement
      while (element && element !== around && !known.has(element)) element = element.parentElement
      return element && known.has(element) ? element : null
    },
  }
}

function labelledBy(element: Element, columns: PageProfile['columns']): Labelled[] {
  for (const name of labelled) {
    const text = element.getAttribute(name)
    const column = text ? columnNamed(text, columns) : undefined
    if (column) return [[column, element]]
  }
  if (element.childElementCount > 0) return []
  const column = columnOf(element, columns)
  const value = element.nextElementSibling
  if (!column || !value || value.matches(typed) || value.querySelector(typed)) return []
  return [[column, value]]
}

/** What is labelled stands in the document's order: a card's are those around its status, up to another status. */
function cardAround(at: number, all: readonly Labelled[]): Element | null {
  let best: Element | null = null
  let most = 0
  let [from, to] = [at, at]
  let card = all[at]?.[1] ?? null
  const reaches = (each: number) => card?.contains(all[each]?.[1] ?? null) ?? false
  const isAnother = (each: number) => all[each]?.[0] === 'status'
  for (let up = 0; card && card !== document.body && up < mostUp; card = card.parentElement, up++) {
    for (; reaches(from - 1); from--) if (isAnother(from - 1)) return best
    for (; reaches(to + 1); to++) if (isAnother(to + 1)) return best
    const columns = new Map(all.slice(from, to + 1))
    if (!isOfInvoices(columns) || columns.size <= most) continue
    best = card
    most = columns.size
  }
  return best
}

function commonParent(cards: readonly Element[]): Element {
  let around = cards[0]?.parentElement ?? document.body
  while (!cards.every(card => around.contains(card)) && around.parentElement) around = around.parentElement
  return around
}
