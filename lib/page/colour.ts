import { type Oklch, ofHsl, ofLab, ofLinear, ofOklab, ofP3, ofSrgb, ofXyz, turn } from './colour-spaces.ts'

export type { Oklch } from './colour-spaces.ts'

type Three = [number, number, number]

/** What less opaque than this is as good as not drawn. */
const leastAlpha = 0.15
/** The plain names that drawings use; a browser's computed colours never have any. */
const named: Record<string, string> = {
  black: '000',
  blue: '00f',
  gold: 'ffd700',
  gray: '808080',
  green: '008000',
  grey: '808080',
  lime: '0f0',
  orange: 'ffa500',
  purple: '800080',
  red: 'f00',
  white: 'fff',
  yellow: 'ff0',
}
const degrees = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }

/**
 * A CSS colour in OKLCH, in any form that browsers serialise (also what becomes of `color-mix()`) or drawings
 * write: hex, rgb(), hsl(), lab(), lch(), oklab(), oklch(), color(). Null for none, for a transparent one and
 * for what is no colour.
 */
export function readColour(css: string): Oklch | null {
  const text = css.trim().toLowerCase()
  const name = named[text]
  const hex = name ?? /^#([\da-f]{3,8})$/.exec(text)?.[1]
  if (hex !== undefined) return ofHex(hex)
  const form = /^([a-z]+)\(\s*([^()]*)\)$/.exec(text)
  if (!form) return null
  const parts = (form[2] ?? '').split(/[\s,/]+/).filter(Boolean)
  const space = form[1] === 'color' ? parts.shift() : form[1]
  const alpha = parts[3] === undefined ? 1 : share(parts[3], 1)
  if (parts.length < 3 || !(alpha >= leastAlpha)) return null
  const colour = inSpace(space, parts)
  return colour && Number.isFinite(colour.l + colour.c + colour.h) ? colour : null
}

function inSpace(space: string | undefined, parts: string[]): Oklch | null {
  const each = (...full: Three): Three => full.map((most, at) => share(parts[at] ?? '', most)) as Three
  const hue = (at: number) => angle(parts[at] ?? '')
  switch (space) {
    case 'rgb':
    case 'rgba':
      return ofSrgb(each(255, 255, 255).map(channel => channel / 255) as Three)
    case 'hsl':
    case 'hsla':
      return ofHsl([
        hue(0),
        ...(each(1, 100, 100)
          .slice(1)
          .map(part => part / 100) as [number, number]),
      ])
    case 'lab':
      return ofLab(each(100, 125, 125))
    case 'lch':
      return ofLab(flat(each(100, 150, 1), hue(2)))
    case 'oklab':
      return ofOklab(each(1, 0.4, 0.4))
    case 'oklch': {
      const [l, c] = each(1, 0.4, 1)
      return { l, c, h: turn(hue(2)) }
    }
    case 'srgb':
      return ofSrgb(each(1, 1, 1))
    case 'srgb-linear':
      return ofLinear(each(1, 1, 1))
    case 'display-p3':
      return ofP3(each(1, 1, 1))
    case 'xyz':
    case 'xyz-d65':
      return ofXyz(each(1, 1, 1), 'xyz')
    case 'xyz-d50':
      return ofXyz(each(1, 1, 1), 'xyz-d50')
    default:
      return null
  }
}

/** Chroma and hue as the two axes of Lab. */
function flat([lightness, chroma]: Three, hue: number): Three {
  const at = (hue * Math.PI) / 180
  return [lightness, chroma * Math.cos(at), chroma * Math.sin(at)]
}

/** A number as it stands, or a percentage of what is full; `none` is nothing. */
function share(part: string, full: number): number {
  if (part === 'none') return 0
  return part.endsWith('%') ? (Number(part.slice(0, -1)) / 100) * full : Number(part)
}

function angle(part: string): number {
  if (part === 'none') return 0
  const [, value, unit = 'deg'] = /^([-+.\de]+?)(deg|grad|rad|turn)?$/.exec(part) ?? []
  return Number(value) * degrees[unit as keyof typeof degrees]
}

function ofHex(digits: string): Oklch | null {
  if (digits.length === 5 || digits.length === 7) return null
  const wide = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  const channel = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16) / 255
  return wide.length === 8 && channel(6) < leastAlpha ? null : ofSrgb([channel(0), channel(2), channel(4)])
}
