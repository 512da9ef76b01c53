import type { RowSeen } from '../messages.ts'
import { namesOf, statusInName } from './cloud-names.ts'
import { paintsOf } from './cloud-paint.ts'
import { knownClouds, statusInWords } from './cloud-words.ts'
import { type Oklch, readColour } from './colour.ts'
import type { Band, KnownCloud, PageProfile } from './profile.ts'
import { shownText } from './shown-text.ts'

export type CloudReading = RowSeen['cloud']

type Clouds = PageProfile['clouds']

/** How much each kind of evidence weighs: words say it, names hint at it, colours suggest it, shapes less so. */
const weight = { words: 0.97, mixed: 0.7, sign: 0.9, tokens: 0.85, colour: 0.75, shapes: 0.65 } as const
type Kind = keyof typeof weight

/** What speaks for the status adds this; what speaks against it takes more, least where it is a shape. */
const agreed = 0.08
const against = { shapes: 0.12, other: 0.35 }
const leastConfidence = 0.6
const labelAttributes = [
  'aria-label',
  'title',
  'alt',
  'data-tooltip',
  'data-original-title',
  'data-title',
  'mattooltip',
]

interface Found {
  status: KnownCloud
  kind: Kind
  evidence: string
}

/**
 * What the page's cloud in a cell says, and why we think so. Words go before signs, class and file names, and
 * these before the colour; where a weaker kind contradicts a stronger one the confidence falls, and below 0.6
 * it is `unknown`: a guess is not shown as a fact.
 * @param cell the cell of the status column; @param icon the element that is drawn in it, null if none
 */
export function readCloud(cell: Element, icon: Element | null, clouds: Clouds): CloudReading {
  // With words the colour need not be asked: that would cost every row a style.
  const said = byWords(cell, icon, clouds)
  if (said) return { status: said.status, confidence: weight[said.kind], evidence: [said.evidence] }
  const drawn = icon ?? innermost(cell)
  if (icon === null && /^[\s\-–—]*$/.test(cell.textContent ?? '')) {
    return { status: 'none', confidence: 0.9, evidence: [] }
  }
  const sign = bySign(cell, clouds)
  const found = drawn
    ? [sign, ...byName(cell, drawn, clouds), ...byPaint(drawn, clouds)].filter(each => each !== null)
    : [sign].filter(each => each !== null)
  return judged(found, drawn)
}

/** The heaviest leads; each of the others supports it or casts doubt on it, once for its kind. */
function judged(found: readonly Found[], drawn: Element | null): CloudReading {
  const [best, ...others] = [...found].sort((a, b) => weight[b.kind] - weight[a.kind])
  if (!best) return { status: 'unknown', confidence: 0, evidence: drawn ? [outline(drawn)] : [] }
  let confidence: number = weight[best.kind]
  for (const other of others) {
    if (other.status !== best.status) confidence -= against[other.kind === 'shapes' ? 'shapes' : 'other']
    else if (other.kind !== best.kind) confidence += agreed
  }
  confidence = Math.max(0, Math.min(0.95, confidence))
  const evidence = [best, ...others].map(each => each.evidence)
  return { status: confidence < leastConfidence ? 'unknown' : best.status, confidence, evidence }
}

/** Labels and titles from the icon up to its cell, then what the cell shows as text. */
function byWords(cell: Element, icon: Element | null, clouds: Clouds): Found | null {
  for (let element = icon ?? cell; ; ) {
    for (const attribute of labelAttributes) {
      const found = inWords(element.getAttribute(attribute), attribute, clouds)
      if (found) return found
    }
    const labelled = inWords(labelledBy(element), 'label', clouds)
    if (labelled) return labelled
    const title = inWords(element.querySelector(':scope > title')?.textContent, 'title', clouds)
    if (title) return title
    if (element === cell || !element.parentElement) break
    element = element.parentElement
  }
  return inWords(cell.textContent, 'text', clouds)
}

function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby') ?? element.getAttribute('aria-describedby')
  if (!ids) return ''
  return ids
    .split(/\s+/)
    .map(id => element.ownerDocument.getElementById(id)?.textContent ?? '')
    .join(' ')
}

function inWords(text: string | null | undefined, where: string, clouds: Clouds): Found | null {
  const said = text ? statusInWords(text, clouds) : null
  if (!said) return null
  const evidence = `${where} “${text?.trim().slice(0, 80)}”`
  return { status: said.status, kind: said.plainly ? 'words' : 'mixed', evidence }
}

/** Coloured characters, such as 🟢; two of different meaning say nothing. */
function bySign(cell: Element, clouds: Clouds): Found | null {
  const text = shownText(cell)
  // Letters and figures alone hold no sign: most cells are done here.
  if (!/[^\p{L}\p{M}\p{N}\s.,:;/()-]/u.test(text)) return null
  const found = knownClouds.filter(status => clouds[status].signs.some(sign => text.includes(sign)))
  const [status] = found
  return status && found.length === 1
    ? { status, kind: 'sign', evidence: `sign “${text.slice(0, 20)}”` }
    : null
}

/** Class names, icon-font ligatures and file names from the icon up to its cell: the nearest tells. */
function byName(cell: Element, icon: Element, clouds: Clouds): Found[] {
  let shape: Found | undefined
  const end = cell.parentElement
  for (let element: Element | null = icon; element && element !== end; element = element.parentElement) {
    for (const [where, text] of namesOf(element)) {
      const named = statusInName(text, clouds)
      if (!named) continue
      const found: Found = {
        status: named.status,
        kind: named.kind,
        evidence: `${where} “${text.slice(0, 80)}”`,
      }
      if (named.kind === 'tokens') return shape ? [found, shape] : [found]
      shape ??= found
    }
  }
  return shape ? [shape] : []
}

/** Each status that a colour or a picture's name of the icon speaks of, once. */
function byPaint(icon: Element, clouds: Clouds): Found[] {
  const found = new Map<string, Found>()
  for (const { where, colour, name } of paintsOf(icon)) {
    if (name !== undefined) {
      const named = statusInName(name, clouds)
      const evidence = `${where} “${name.slice(0, 80)}”`
      if (named) found.set(`${named.kind} ${named.status}`, { ...named, evidence })
    }
    const read = colour === undefined ? null : readColour(colour)
    const status = read && knownClouds.find(each => clouds[each].colours.some(band => isWithin(read, band)))
    if (read && status && !found.has(status)) {
      found.set(status, { status, kind: 'colour', evidence: `${where} ${asWords(read)}` })
    }
  }
  return [...found.values()]
}

function isWithin({ l, c, h }: Oklch, { hue: [from, to], lightness: [dark, light], chroma }: Band): boolean {
  const hued = from <= to ? h >= from && h <= to : h >= from || h <= to
  return hued && l >= dark && l <= light && c >= chroma
}

function asWords({ l, c, h }: Oklch): string {
  return `oklch(${l.toFixed(2)} ${c.toFixed(3)} ${h.toFixed(0)})`
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
