import { cloudPath, type Shape, statusShapes, statusStroke } from '#components/status-shapes.ts'

const svg = 'http://www.w3.org/2000/svg'
const drawn = new Map<Shape, SVGElement>()

/** The shape of a status, hidden from assistive technology: its words stand beside it or in the name. */
export function statusIcon(status: Shape): SVGElement {
  const known = drawn.get(status) ?? draw(status)
  drawn.set(status, known)
  return known.cloneNode(true) as SVGElement
}

function draw(status: Shape): SVGElement {
  const { cloud, glyph, dots, tone } = statusShapes[status]
  const icon = node('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon ${tone} ${cloud}` })
  icon.append(node('path', { class: 'cloud', d: cloudPath }))
  if (glyph) icon.append(node('path', { class: 'glyph', d: glyph, 'stroke-width': String(statusStroke) }))
  for (const [cx, cy, r] of dots) {
    icon.append(node('circle', { class: 'dot', cx: String(cx), cy: String(cy), r: String(r) }))
  }
  return icon
}

/** Our own mark: a cloud under an arc of clear sky (public/mark.svg). */
export function brandIcon(): SVGElement {
  const icon = node('svg', { viewBox: '0 0 128 128', 'aria-hidden': 'true', class: 'icon' })
  icon.append(
    node('path', { class: 'sky', d: 'M12 72a52 52 0 0 1 104 0' }),
    node('path', {
      class: 'cloud',
      d: 'M36 112a26 26 0 0 1-3.6-51.7A34 34 0 0 1 97.5 63 25 25 0 0 1 95 112Z',
    }),
  )
  return icon
}

/** A cross, for closing. */
export function crossIcon(): SVGElement {
  const icon = node('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon line' })
  icon.append(node('path', { class: 'stroke', d: 'm7 7 10 10M17 7 7 17', 'stroke-width': '1.8' }))
  return icon
}

function node(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(svg, name) as SVGElement
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
