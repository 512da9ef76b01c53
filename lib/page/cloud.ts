import type { CloudClue, RowSeen } from '../messages.ts'
import { namesOf } from './cloud-names.ts'
import { paintsOf } from './cloud-paint.ts'
import { statusInWords } from './cloud-words.ts'
import type { PageProfile } from './profile.ts'
import { shownText } from './shown-text.ts'

export type CloudReading = RowSeen['cloud']

type Clouds = PageProfile['clouds']

/** Words say it: where they say two things, less surely. */
const confidence = { plain: 0.97, mixed: 0.7 }
const labels = [
  'aria-label',
  'title',
  'alt',
  'data-tooltip',
  'data-original-title',
  'data-title',
  'mattooltip',
]
/** Neither colour nor anything at all: most drawings have some of these. */
const nothing = /^(?:none|transparent|rgb\(0, 0, 0\)|rgba\(0, 0, 0, 0\))?$/
const mostClues = 30
/** A drawing written into an address may be long; the colours mostly stand in its beginning. */
const longest = 2000

/**
 * What the page's cloud in a cell says by its words, and the evidence; without words, the clues by which the
 * worker judges it (`judgeCloud`): signs, class and file names, colours. Until then it is `unknown`.
 * @param cell the cell of the status column; @param icon the element that is drawn in it, null if none;
 * @param text what the cell shows, where that is not all of its text
 */
export function readCloud(
  cell: Element,
  icon: Element | null,
  clouds: Clouds,
  text = shownText(cell),
): CloudReading {
  // With words the colour need not be asked: that would cost every row a style.
  const said = byWords(cell, icon, clouds, text)
  if (said) return said
  if (icon === null && /^[\s\-–—]*$/.test(text)) {
    return { status: 'none', confidence: 0.9, evidence: [] }
  }
  const drawn = icon ?? innermost(cell)
  return {
    status: 'unknown',
    confidence: 0,
    evidence: drawn ? [outline(drawn)] : [],
    clues: cluesOf(cell, drawn, text),
  }
}

function byWords(cell: Element, icon: Element | null, clouds: Clouds, text: string): CloudReading | null {
  for (const [where, label] of labelsOf(cell, icon, text)) {
    const found = inWords(label, where, clouds)
    if (found) return found
  }
  return null
}

/** Labels and titles from the icon up to its cell, then what the cell shows as text. */
function* labelsOf(
  cell: Element,
  icon: Element | null,
  text: string,
): Generator<[where: string, text: string]> {
  for (let element = icon ?? cell; ; ) {
    for (const name of labels) yield [name, element.getAttribute(name) ?? '']
    yield ['label', labelledBy(element)]
    yield ['title', element.querySelector(':scope > title')?.textContent ?? '']
    if (element === cell || !element.parentElement) break
    element = element.parentElement
  }
  yield ['text', text]
}

/** All that is to be seen of a cloud, whatever it may mean: for who learns what it means. */
export function lookAtCloud(cell: Element, icon: Element | null): { labels: string[]; clues: CloudClue[] } {
  const text = shownText(cell)
  const said = [...labelsOf(cell, icon, text)].map(([, label]) => label.trim()).filter(Boolean)
  return { labels: [...new Set(said)], clues: cluesOf(cell, icon ?? innermost(cell), text) }
}

function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby') ?? element.getAttribute('aria-describedby') ?? ''
  const named = (id: string) => (id && element.ownerDocument.getElementById(id)?.textContent) || ''
  return ids.split(/\s+/).map(named).join(' ')
}

function inWords(text: string, where: string, clouds: Clouds): CloudReading | null {
  const said = text ? statusInWords(text, clouds) : null
  if (!said) return null
  return {
    status: said.status,
    confidence: said.plainly ? confidence.plain : confidence.mixed,
    evidence: [`${where} “${text.trim().slice(0, 80)}”`],
  }
}

/** The nearest first; each once. */
function cluesOf(cell: Element, drawn: Element | null, text: string): CloudClue[] {
  const clues = new Map<string, CloudClue>()
  const add = (...[kind, where, value]: CloudClue) => {
    const clue: CloudClue = [kind, where, value.slice(0, longest)]
    if (clues.size < mostClues && !clues.has(`${clue}`)) clues.set(`${clue}`, clue)
  }
  // Letters and figures alone are no sign.
  const signs = text.replace(/[\p{L}\p{M}\p{N}\s.,:;/()–-]/gu, '')
  if (signs) add('sign', 'text', signs)
  for (let element = drawn; element && element !== cell.parentElement; element = element.parentElement) {
    for (const [where, name] of namesOf(element)) add('name', where, name)
  }
  if (drawn) {
    for (const { where, colour, picture } of paintsOf(drawn)) {
      if (picture) add('picture', where, picture)
      if (colour && !nothing.test(colour)) add('colour', where, colour)
    }
  }
  return [...clues.values()]
}

function innermost(cell: Element): Element | null {
  let element: Element | null = cell.firstElementChild
  while (element?.firstElementChild) element = element.firstElementChild
  return element
}

function outline(element: Element): string {
  const classes = element.getAttribute('class')
  return `<${element.localName}${classes ? ` class="${classes.slice(0, 80)}"` : ''}>`
}
