/** A colour as the eye orders it: `l` 0–1, `c` (chroma) 0 for greys to about 0.37, `h` (hue) in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

type Three = readonly [number, number, number]

/**
 * Linear light of other spaces as linear sRGB, row by row: the matrices of CSS Color 4
 * (https://www.w3.org/TR/css-color-4/#color-conversion-code). What lies outside of sRGB goes below 0 or above 1.
 */
const toSrgb = {
  p3: [
    [1.2249401763, -0.2249401763, 0],
    [-0.0420569547, 1.0420569547, 0],
    [-0.0196375546, -0.0786360456, 1.0982736001],
  ],
  xyz: [
    [3.2409699419, -1.5373831776, -0.4986107603],
    [-0.9692436363, 1.8759675015, 0.0415550574],
    [0.0556300797, -0.2039769589, 1.0569715142],
  ],
  'xyz-d50': [
    [3.134135957, -1.6173863322, -0.490661946],
    [-0.9787955029, 1.9162543568, 0.0334427377],
    [0.0719553799, -0.2289768264, 1.4053860351],
  ],
} as const

/** From gamma-encoded sRGB, 0–1 each. Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/). */
export function ofSrgb(encoded: Three): Oklch {
  return ofLinear(encoded.map(linear) as unknown as Three)
}

/** From gamma-encoded Display P3, 0–1 each: it shares sRGB's curve. */
export function ofP3(encoded: Three): Oklch {
  return ofLinear(times(toSrgb.p3, encoded.map(linear) as unknown as Three))
}

/** From CIE XYZ by its white point; CSS's `xyz` is that of D65. */
export function ofXyz(xyz: Three, white: 'xyz' | 'xyz-d50'): Oklch {
  return ofLinear(times(toSrgb[white], xyz))
}

/** From CIE Lab as CSS has it: D50, lightness 0–100. */
export function ofLab([lightness, a, b]: Three): Oklch {
  const y = (lightness + 16) / 116
  const back = (t: number) => (t ** 3 > 216 / 24389 ? t ** 3 : ((116 * t - 16) * 27) / 24389)
  return ofXyz([0.964295676 * back(y + a / 500), back(y), 0.8251046025 * back(y - b / 200)], 'xyz-d50')
}

/** From OKLab: the same colour by chroma and hue. */
export function ofOklab([l, a, b]: Three): Oklch {
  return { l, c: Math.hypot(a, b), h: turn((Math.atan2(b, a) * 180) / Math.PI) }
}

/** Hue, saturation and lightness (degrees, 0–1, 0–1) as sRGB. */
export function ofHsl([hue, saturation, lightness]: Three): Oklch {
  const channel = (n: number) => {
    const k = (n + turn(hue) / 30) % 12
    const reach = saturation * Math.min(lightness, 1 - lightness)
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))
  }
  return ofSrgb([channel(0), channel(8), channel(4)])
}

/** From linear sRGB. */
export function ofLinear([r, g, b]: Three): Oklch {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return ofOklab([
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ])
}

/** An angle within 0–360. */
export function turn(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}

function linear(channel: number): number {
  const size = Math.abs(channel)
  return Math.sign(channel) * (size <= 0.04045 ? size / 12.92 : ((size + 0.055) / 1.055) ** 2.4)
}

function times(rows: readonly Three[], [x, y, z]: Three): Three {
  return rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Three
}
