import { expect, test } from 'vitest'
import { lightnessOf } from '#lib/page/lightness.ts'

test.each([
  'rgb(255, 255, 255)',
  'rgba(250, 250, 240, 0.9)',
  'color(srgb 0.9 0.95 0.9)',
  'color(display-p3 1 1 1 / 0.8)',
  'oklch(0.97 0.01 200)',
  'oklab(0.9 0 0)',
  'lab(95 0 0)',
  'rgb(255, 240, 120)',
])('takes %s for light', css => {
  expect(lightnessOf(css)).toBeGreaterThan(0.5)
})

test.each([
  'rgb(0, 0, 0)',
  'rgb(24, 24, 40)',
  'color(srgb 0.1 0.1 0.1)',
  'oklch(0.2 0.02 260)',
  'lch(12 3 200)',
])('takes %s for dark', css => {
  expect(lightnessOf(css)).toBeLessThan(0.5)
})

test.each(['', 'none', 'transparent', 'rgba(0, 0, 0, 0)', 'rgba(255, 255, 255, 0.1)'])(
  'sees no ground in “%s”',
  css => {
    expect(lightnessOf(css)).toBeNull()
  },
)
