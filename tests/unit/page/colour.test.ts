import { expect, test } from 'vitest'
import { readColour } from '#lib/page/colour.ts'

/** Two colours that no eye tells apart. */
function near(css: string, [l, c, h]: [number, number, number]) {
  const read = readColour(css)
  expect(read?.l, css).toBeCloseTo(l, 2)
  expect(read?.c, css).toBeCloseTo(c, 2)
  expect(Math.abs((read?.h ?? -999) - h), css).toBeLessThan(1)
}

test.each([
  ['rgb(36, 118, 210)', 255],
  ['rgb(44, 154, 87)', 152],
  ['rgb(230, 171, 18)', 83],
  ['rgb(208, 53, 53)', 26],
  ['color(srgb 0 0 1)', 264],
  ['oklch(0.7 0.15 -210)', 150],
])('sees the hue of %s near %i°', (css, hue) => {
  expect(Math.abs((readColour(css)?.h ?? -999) - hue)).toBeLessThan(3)
})

/** One red, `#dc2626`, in every form: the values are those that Chromium computes for it. */
test.each([
  '#dc2626',
  '#dc2626ff',
  'rgb(220, 38, 38)',
  'rgb(220 38 38)',
  'rgb(86.27% 14.9% 14.9% / 80%)',
  'rgba(220, 38, 38, 0.5)',
  'hsl(0, 72.2%, 50.6%)',
  'hsl(1turn 72.2% 50.6%)',
  'hsl(400grad 72.2% 50.6% / 1)',
  'oklch(0.577 0.215 27.325)',
  'oklch(57.7% 53.75% 27.325deg)',
  'oklab(0.577107 0.191166 0.0987778)',
  'lab(48.7977 67.7134 48.8076)',
  'lch(48.7977 83.4702 35.7839)',
  'color(srgb 0.8627 0.149 0.149)',
  'color(srgb-linear 0.715694 0.0193823 0.0193824)',
  'color(display-p3 0.793063 0.22793 0.193999)',
  'color(xyz 0.3056 0.167451 0.0345563)',
  'color(xyz-d65 0.3056 0.167451 0.0345563 / 0.9)',
  'color(xyz-d50 0.322327 0.174303 0.025682)',
])('reads %s as the red that it is', css => {
  near(css, [0.577, 0.215, 27.3])
})

test.each([
  ['#f00', [0.628, 0.258, 29.2]],
  ['#0f08', [0.866, 0.295, 142.5]],
  ['blue', [0.452, 0.313, 264.1]],
  ['oklab(none -0.1 none)', [0, 0.1, 180]],
] as const)('reads %s', (css, parts) => {
  near(css, [...parts])
})

test('reads what color-mix() came to', () => {
  // color-mix(in oklab, #dc2626 90%, white), (in lab, #2563eb 80%, transparent), (in hsl, #eab308, #ca8a04)
  near('oklab(0.619396 0.172054 0.088902)', [0.619, 0.194, 27.3])
  near('lab(44.7889 21.0585 -75.6017 / 0.8)', [0.546, 0.215, 262.9])
  near('color(srgb 0.855383 0.619585 0.023048)', [0.738, 0.152, 81.7])
})

test('sees no chroma in a grey', () => {
  for (const css of ['rgb(128, 128, 128)', '#9e9e9e', 'hsl(200 0% 40%)', 'lab(50 0 0)', 'white']) {
    expect(readColour(css)?.c, css).toBeLessThan(0.001)
  }
})

test.each([
  'none',
  'transparent',
  'rgba(0, 0, 0, 0)',
  'rgb(1 2 3 / 10%)',
  '#ff000011',
  '#12345',
  'url(#a)',
  '',
  'rgb(a, b, c)',
  'rgb(1, 2)',
  'color(rec9999 1 0 0)',
  'linear-gradient(red, blue)',
  'currentcolor',
])('sees no colour in “%s”', css => {
  expect(readColour(css)).toBeNull()
})
