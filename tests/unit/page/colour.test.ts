import { expect, test } from 'vitest'
import { readColour } from '#lib/page/colour.ts'

test.each([
  ['rgb(36, 118, 210)', 255],
  ['rgb(44, 154, 87)', 152],
  ['rgb(230, 171, 18)', 81],
  ['rgb(208, 53, 53)', 26],
  ['color(srgb 0 0 1)', 264],
  ['oklch(0.7 0.15 -210)', 150],
])('sees the hue of %s near %i°', (css, hue) => {
  expect(Math.abs((readColour(css)?.h ?? -999) - hue)).toBeLessThan(3)
})

test('sees no chroma in a grey', () => {
  expect(readColour('rgb(128, 128, 128)')?.c).toBeLessThan(0.001)
})

test.each(['none', 'rgba(0, 0, 0, 0)', 'url(#a)', '', 'rgb(a, b, c)'])('sees no colour in “%s”', css => {
  expect(readColour(css)).toBeNull()
})
