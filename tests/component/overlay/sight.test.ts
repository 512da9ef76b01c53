import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSight, type Sight } from '../../../entrypoints/invoices/sight.ts'
import { aBrowser } from './a-browser.ts'

const rowHeight = 40
let controller: AbortController
let scrolled = 0

/** A list of so many rows, one under the other, in a window that shows ten of them. */
function aList(count: number, place = (index: number) => index): Element[] {
  vi.stubGlobal('innerHeight', 10 * rowHeight)
  return Array.from({ length: count }, (_, index) => {
    const row = document.createElement('p')
    row.textContent = `INV-${index}`
    row.getBoundingClientRect = () => new DOMRect(0, place(index) * rowHeight - scrolled, 400, rowHeight)
    document.body.append(row)
    return row
  })
}

function watching(rows: readonly Element[]) {
  const seen: Element[] = []
  const told: Element[] = []
  const left: Element[] = []
  const sight: Sight = createSight({
    signal: controller.signal,
    candidates: () => rows.filter(row => row.isConnected),
    see: row => seen.push(row),
    tell: row => told.push(row),
    leave: row => left.push(row) > 0,
    after: () => undefined,
  })
  return { sight, seen, told, left, numbers: () => seen.map(row => rows.indexOf(row)).sort((a, b) => a - b) }
}

const upTo = (end: number, from = 0) => Array.from({ length: end - from }, (_, index) => from + index)

beforeEach(() => {
  aBrowser()
  vi.stubGlobal('requestIdleCallback', (act: () => void) => setTimeout(act, 0))
  vi.stubGlobal('cancelIdleCallback', clearTimeout)
  controller = new AbortController()
  scrolled = 0
})
afterEach(() => {
  controller.abort()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

test('sees a short list whole, at once', () => {
  const rows = aList(50)
  const { sight, numbers } = watching(rows)
  sight.show(rows)
  expect(numbers()).toEqual(upTo(50))
  expect(sight.isPartial).toBe(false)
})

test('sees of a long list what is in the window and as far again under it, those in the window first', async () => {
  const rows = aList(1000)
  const { sight, seen, numbers } = watching(rows)
  sight.show(rows)
  await expect.poll(numbers).toEqual(upTo(20))
  expect(seen.slice(0, 10)).toEqual(rows.slice(0, 10))
  expect(sight.isPartial).toBe(true)
  expect(sight.isInside(rows[3] as Element)).toBe(true)
  expect(sight.isInside(rows[15] as Element)).toBe(false)
})

test('sees more as the page is scrolled, each row once', async () => {
  const rows = aList(1000)
  const { sight, numbers } = watching(rows)
  sight.show(rows)
  await expect.poll(numbers).toEqual(upTo(20))
  scrolled = 500 * rowHeight
  sight.moved()
  await expect.poll(numbers).toEqual([...upTo(20), ...upTo(520, 490)])
})

test('finds what is in sight where rows stand in no order', async () => {
  const rows = aList(100, index => (index * 37) % 100)
  const { sight, numbers } = watching(rows)
  sight.show(rows)
  const expected = upTo(100).filter(index => (index * 37) % 100 < 20)
  await expect.poll(numbers).toEqual(expected)
})

test('lets go of rows far from sight once many were seen', async () => {
  const rows = aList(2000)
  const { sight, numbers, left } = watching(rows)
  sight.show(rows)
  for (let at = 0; at < 1000; at += 20) {
    scrolled = at * rowHeight
    sight.moved()
    await expect.poll(() => numbers().includes(at + 9)).toBe(true)
  }
  await expect.poll(() => left.length).toBeGreaterThan(300)
  expect(left).toContain(rows[0])
})

test('tells of the rest only when asked to, and of each once', async () => {
  const rows = aList(300)
  const { sight, told, numbers } = watching(rows)
  sight.show(rows)
  await expect.poll(numbers).toEqual(upTo(20))
  expect(told).toEqual([])
  sight.tellRest()
  sight.tellRest()
  // Only of a list that has been the same for a second.
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(280)
})

test('looks at changed rows at once, wherever they are', () => {
  const rows = aList(300)
  const { sight, numbers } = watching(rows)
  sight.show(rows)
  sight.change([rows[250] as Element])
  expect(numbers()).toEqual([250])
})

test('sees the rows that hold a text', () => {
  const rows = aList(300)
  const { sight, numbers } = watching(rows)
  sight.show(rows)
  sight.seeThoseWith('INV-299')
  expect(numbers()).toEqual([299])
})
