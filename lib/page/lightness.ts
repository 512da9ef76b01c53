/** Where the lightness stands in the forms of a computed colour that are not made of red, green and blue. */
const full = { lab: 100, lch: 100, oklab: 1, oklch: 1 }

/**
 * How light a computed CSS colour is, 0–1, well enough to tell light from dark; null for none and for what
 * mostly lets the ground through.
 */
export function lightnessOf(css: string): number | null {
  const [, form = '', inner = ''] = /^([a-z]+)\((?:[a-z][\w-]* )?([^()]*)\)$/.exec(css) ?? []
  const [a = Number.NaN, b = 0, c = 0, alpha = 1] = inner.split(/[\s,/]+/).map(Number.parseFloat)
  if (Number.isNaN(a) || alpha < 0.15) return null
  if (form in full) return a / full[form as keyof typeof full]
  return (0.3 * a + 0.6 * b + 0.1 * c) / (form === 'color' ? 1 : 255)
}
