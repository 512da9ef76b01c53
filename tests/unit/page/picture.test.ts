import { expect, test } from 'vitest'
import { fileOf, readPicture } from '#lib/page/picture.ts'

const drawn = "<svg xmlns='http://www.w3.org/2000/svg'><path fill='#16a34a' stroke='none'/></svg>"

test.each([
  ['url("/img/cloud-red.svg?v=2")', 'cloud-red.svg'],
  ["url('sprite.svg#cloud-done')", 'cloud-done'],
  ['url(/red-lantern/a.png)', 'a.png'],
  ['cloud_done', 'cloud_done'],
])('finds the name in %s', (value, name) => {
  expect(readPicture(value, false)).toEqual({ name, colours: [] })
})

test.each([
  `data:image/svg+xml,${encodeURIComponent(drawn)}`,
  `data:image/svg+xml;base64,${btoa(drawn)}`,
  `url("data:image/svg+xml;utf8,${drawn.replace('#', '%23')}")`,
  `url("data:image/svg+xml,${drawn.replaceAll("'", '\\"').replace('#', '%23')}")`,
  `data:image/svg+xml,${encodeURIComponent(drawn)}%3`,
])('finds the colours that are drawn in %s', value => {
  expect(readPicture(value, false).colours).toContain('#16a34a')
  expect(readPicture(value, true)).toEqual({ name: null, colours: [] })
})

test('finds the colours of a gradient', () => {
  const { colours } = readPicture('linear-gradient(rgb(22, 163, 74), oklch(0.7 0.1 150))', false)
  expect(colours).toEqual(['rgb(22, 163, 74)', 'oklch(0.7 0.1 150)'])
})

test('finds nothing in a picture of pixels', () => {
  expect(readPicture('data:image/png;base64,AAAA', false)).toEqual({ name: null, colours: [] })
})

test('takes a file’s own name, not its folder’s', () => {
  expect(fileOf('/a/red/b.svg 2x')).toBe('b.svg')
})
