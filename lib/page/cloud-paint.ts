/** A colour that is drawn, as CSS, or a picture as its value or address has it; `where` in words. */
export interface Paint {
  where: string
  colour?: string
  picture?: string
}

const shapes = 'path, circle, ellipse, polygon, polyline, line, rect, text, use'
/** Drawings of clouds are small: what has more parts than this is read by its first. */
const mostShapes = 8
const mostStops = 8
const mostParts = 6

/**
 * What is drawn as an icon: the paint of an SVG's shapes with their gradients, the colour of an icon font, the
 * ground of a mask, the pictures of CSS and of `data:` addresses. In the order in which it tells.
 */
export function* paintsOf(icon: Element): Generator<Paint> {
  const svg = svgOf(icon)
  if (svg) {
    yield* paintsOfDrawing(svg)
    return
  }
  const address = icon.getAttribute('src') ?? icon.getAttribute('data')
  if (address?.startsWith('data:')) yield { where: 'address', picture: address }
  const parts = [icon, ...icon.querySelectorAll('*')].slice(0, mostParts)
  for (const element of parts) {
    for (const pseudo of ['::before', '::after', undefined] as const) yield* paintsOfBox(element, pseudo)
  }
}

function svgOf(icon: Element): Element | null {
  return icon.localName === 'svg'
    ? icon
    : (icon.querySelector('svg') ?? icon.shadowRoot?.querySelector('svg') ?? null)
}

function* paintsOfDrawing(svg: Element): Generator<Paint> {
  const drawn = [...svg.querySelectorAll(shapes)].filter(
    shape => !shape.closest('defs, symbol, clipPath, mask'),
  )
  for (const shape of drawn.length > 0 ? drawn.slice(0, mostShapes) : [svg]) {
    const style = getComputedStyle(shape)
    if (style.display === 'none' || style.opacity === '0') continue
    const used = shape.localName === 'use' ? usedBy(shape) : null
    for (const property of ['fill', 'stroke'] as const) {
      const own = used && ownPaint(used, property)
      const value = own ?? (style[property] || shape.getAttribute(property) || '')
      yield* paintsOfValue(property, value, style, svg)
    }
  }
}

/** What a value of fill or stroke comes to, where it is drawn. */
function* paintsOfValue(
  where: string,
  value: string,
  style: CSSStyleDeclaration,
  svg: Element,
): Generator<Paint> {
  const gradient = /url\(["']?#([^"')]+)["']?\)/.exec(value)?.[1]
  if (gradient !== undefined) {
    for (const colour of stopsOf(gradient, svg)) yield { where: `${where} gradient`, colour }
    return
  }
  if (/^currentcolor$/i.test(value)) yield { where, colour: style.color }
  else if (value !== '' && value !== 'none') yield { where, colour: value }
}

/** The first shape of what a `use` repeats, if it stands in this document. */
function usedBy(use: Element): Element | null {
  const href = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? ''
  const target = href.startsWith('#') ? byId(use, href.slice(1)) : null
  return target && (target.matches(shapes) ? target : target.querySelector(shapes))
}

/** What a shape says of its own paint; what it does not say it has from the `use`. */
function ownPaint(shape: Element, property: 'fill' | 'stroke'): string | null {
  const styled = 'style' in shape ? (shape.style as CSSStyleDeclaration).getPropertyValue(property) : ''
  return styled || shape.getAttribute(property)
}

function* stopsOf(id: string, svg: Element, depth = 0): Generator<string> {
  const gradient = byId(svg, id)
  const stops = [...(gradient?.querySelectorAll('stop') ?? [])]
  const other = gradient?.getAttribute('href') ?? gradient?.getAttribute('xlink:href')
  if (stops.length === 0 && other?.startsWith('#') && depth < 3)
    yield* stopsOf(other.slice(1), svg, depth + 1)
  for (const stop of stops.slice(0, mostStops)) {
    const computed = getComputedStyle(stop).getPropertyValue('stop-color')
    yield computed || ownStop(stop)
  }
}

function ownStop(stop: Element): string {
  const styled = /stop-color:\s*([^;]+)/.exec(stop.getAttribute('style') ?? '')?.[1]
  return (styled ?? stop.getAttribute('stop-color') ?? '').trim()
}

function byId(near: Element, id: string): Element | null {
  const root = near.getRootNode()
  const found = root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null
  return found ?? near.ownerDocument.getElementById(id)
}

/** The colours and pictures of a box made by CSS, or of the characters that it shows. */
function* paintsOfBox(element: Element, pseudo: '::before' | '::after' | undefined): Generator<Paint> {
  const style = getComputedStyle(element, pseudo)
  const content = pseudo ? style.content : ''
  if (pseudo && (content === '' || content === 'none' || content === 'normal')) return
  const where = (property: string) => (pseudo ? `${property} of ${pseudo}` : property)
  const shown = pseudo ? content.replace(/^["']|["']$/g, '') : directText(element)
  if (pseudo && shown !== '' && !shown.startsWith('url(')) yield { where: where('content'), picture: shown }
  const mask = [style.maskImage, style.webkitMaskImage].find(isPicture)
  if (mask) yield { where: where('mask'), picture: mask }
  for (const picture of [style.backgroundImage, content].filter(isPicture)) {
    yield { where: where('picture'), picture }
  }
  if (mask || shown === '') yield { where: where('background'), colour: style.backgroundColor }
  // An emoji is drawn in its own colours, whatever the text's.
  else if (!/\ufe0f/.test(shown)) yield { where: where('colour'), colour: style.color }
}

function isPicture(value: string | undefined): value is string {
  return value !== undefined && /url\(|gradient\(/.test(value)
}

function directText(element: Element): string {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .trim()
}
