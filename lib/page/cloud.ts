import type { RowSeen } from '../messages.ts'
import { type Oklch, readColour } from './colour.ts'
import type { KnownCloud, PageProfile } from './profile.ts'
import { plainLabel } from './shown-text.ts'

export type CloudReading = RowSeen['cloud']

const statuses: readonly KnownCloud[] = ['missing-product-group', 'exported', 'ready', 'failed']
/** Below this chroma a colour is a grey, and a grey cloud says nothing. */
const leastChroma = 0.05

/** How much each kind of evidence weighs: words say it, class and file names hint at it, colours suggest it. */
const weight = { text: 0.97, token: 0.85, colour: 0.7 } as const

/**
 * What the page's cloud in a cell says, and why we think so. Words go before class, ligature and file names,
 * and these before the colour; where a weaker kind contradicts a stronger one the confidence falls, and below
 * 0.6 it is `unknown`: a guess is not shown as a fact.
 * @param cell the cell of the status column; @param icon the element that is drawn in it, null if none
 */
export function readCloud(cell: Element, icon: Element | null, clouds: PageProfile['clouds']): CloudReading {
  const said = byText(cell, icon, clouds)
  if (!said && icon === null) {
    const empty = /^[\s\-–—]*$/.test(cell.textContent ?? '')
    return { status: empty ? 'none' : 'unknown', confidence: empty ? 0.9 : 0, evidence: [] }
  }
  if (said && icon === null)
    return { status: said.status, confidence: weight.text, evidence: [said.evidence] }
  // With words the colour need not be asked: that would cost every row a style.
  if (said) return { status: said.status, confidence: weight.text, evidence: [said.evidence] }
  const found = icon === null ? [] : [byToken(cell, icon, clouds), byColour(icon, clouds)].filter(isFound)
  const [best, other] = found
  if (!best) return { status: 'unknown', confidence: 0, evidence: evidenceOfNothing(icon) }
  const agreed = other && other.status === best.status
  const confidence = best.weight + (other ? (agreed ? 0.08 : -0.35) : 0)
  const evidence = found.map(({ evidence }) => evidence)
  return confidence < 0.6
    ? { status: 'unknown', confidence, evidence }
    : { status: best.status, confidence: Math.min(0.95, confidence), evidence }
}

interface Found {
  status: KnownCloud
  weight: number
  evidence: string
}

function isFound(found: Found | null): found is Found {
  return found !== null
}

/** Labels and titles from the icon up to its cell, then what the cell shows as text. */
function byText(cell: Element, icon: Element | null, clouds: PageProfile['clouds']): Found | null {
  for (let element = icon ?? cell; ; ) {
    for (const attribute of ['aria-label', 'title', 'alt', 'data-tooltip', 'data-original-title']) {
      const found = inText(element.getAttribute(attribute), attribute, clouds)
      if (found) return found
    }
    const title = inText(element.querySelector(':scope > title')?.textContent, 'title', clouds)
    if (title) return title
    if (element === cell || !element.parentElement) break
    element = element.parentElement
  }
  return inText(cell.textContent, 'text', clouds)
}

function inText(text: string | null | undefined, where: string, clouds: PageProfile['clouds']): Found | null {
  if (!text) return null
  const plain = plainLabel(text)
  if (plain === '' || plain.length > 200) return null
  let best: { status: KnownCloud; word: string } | undefined
  for (const status of statuses) {
    for (const word of clouds[status].text) {
      // The longest word tells: “not exported” holds “exported”.
      if (word.length > (best?.word.length ?? 0) && ` ${plain} `.includes(` ${word} `))
        best = { status, word }
    }
  }
  const evidence = `${where} “${text.trim().slice(0, 80)}”`
  return best ? { status: best.status, weight: weight.text, evidence } : null
}

/** Class names, icon-font ligatures and file names from the icon up to its cell. */
function byToken(cell: Element, icon: Element, clouds: PageProfile['clouds']): Found | null {
  for (
    let element: Element | null = icon;
    element && element !== cell.parentElement;
    element = element.parentElement
  ) {
    for (const [where, text] of tokensOf(element)) {
      const parts = partsOf(text)
      const status = statuses.find(name =>
        clouds[name].tokens.some(token => parts.includes(` ${partsOf(token).trim()} `)),
      )
      if (status) return { status, weight: weight.token, evidence: `${where} “${text.slice(0, 80)}”` }
    }
  }
  return null
}

function* tokensOf(element: Element): Generator<[string, string]> {
  const ligature = element.children.length === 0 ? element.textContent?.trim() : ''
  if (ligature && ligature.length < 40) yield ['ligature', ligature]
  const shape = element.querySelector('use')
  const files = ['src', 'href', 'xlink:href', 'data', 'svgicon', 'icon', 'name'].map(
    name => element.getAttribute(name) ?? shape?.getAttribute(name),
  )
  for (const file of files)
    if (file && !file.startsWith('data:')) yield ['file', file.split(/[?]/)[0] ?? file]
  const classes = element.getAttribute('class')
  if (classes) yield ['class', classes]
}

/** `cloud_done-24px isBlue` → ` cloud done 24px is blue `. */
function partsOf(text: string): string {
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return ` ${words.filter(Boolean).join(' ')} `
}

function byColour(icon: Element, clouds: PageProfile['clouds']): Found | null {
  for (const [property, value] of coloursOf(icon)) {
    const colour = readColour(value)
    if (!colour || colour.c < leastChroma) continue
    const status = statuses.find(name => isWithin(colour, clouds[name].hue))
    if (status) return { status, weight: weight.colour, evidence: `${property} ${inWords(colour)}` }
  }
  return null
}

/** Fill and stroke of what is drawn, else the colour of the text, else of a mask's ground. */
function* coloursOf(icon: Element): Generator<[string, string]> {
  const svg = icon.localName === 'svg' ? icon : icon.querySelector('svg')
  const drawn = svg?.querySelector('path, use, circle, polygon, rect, g') ?? svg
  if (drawn) {
    const style = getComputedStyle(drawn)
    yield ['fill', style.fill]
    yield ['stroke', style.stroke]
    return
  }
  const style = getComputedStyle(icon)
  const masked = [style.maskImage, style.webkitMaskImage].some(mask => mask && mask !== 'none')
  if (masked || icon.textContent?.trim() === '') yield ['background', style.backgroundColor]
  if (!masked) yield ['colour', style.color]
}

function isWithin({ h }: Oklch, [from, to]: readonly [number, number]): boolean {
  return h >= from && h <= to
}

function inWords({ l, c, h }: Oklch): string {
  return `oklch(${l.toFixed(2)} ${c.toFixed(3)} ${h.toFixed(0)})`
}

function evidenceOfNothing(icon: Element | null): string[] {
  if (!icon) return []
  const classes = icon.getAttribute('class')
  return [`<${icon.localName}${classes ? ` class="${classes.slice(0, 80)}"` : ''}>`]
}
