/** A colour as the eye orders it: `l` 0–1, `c` (chroma) 0 for greys to about 0.37, `h` (hue) in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

/**
 * A computed CSS colour in OKLCH; null for none, for a transparent one and for forms we do not read.
 * Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/).
 */
export function readColour(css: string): Oklch | null {
  const form = /^(rgba?|oklch|color)\(\s*(srgb\s+)?([^)]*)\)$/.exec(css.trim())
  if (!form) return null
  const [, name, space, inner = ''] = form
  const parts = inner.split(/[\s,/]+/).filter(Boolean)
  const [a = 0, b = 0, c = 0] = parts.map(part => Number.parseFloat(part))
  const alpha = parts[3] === undefined ? 1 : Number.parseFloat(parts[3]) / (parts[3].endsWith('%') ? 100 : 1)
  if (![a, b, c].every(Number.isFinite) || alpha < 0.15) return null
  if (name === 'oklch') return { l: parts[0]?.endsWith('%') ? a / 100 : a, c: b, h: ((c % 360) + 360) % 360 }
  if (name === 'color') return space ? fromSrgb(a, b, c) : null
  return fromSrgb(a / 255, b / 255, c / 255)
}

function fromSrgb(red: number, green: number, blue: number): Oklch {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(x, y),
    h: ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360,
  }
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
