import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Instant } from '#lib/domain/instant.ts'
import type { Outcome } from '#lib/messages.ts'
import { createLayer } from '#lib/overlay/layer.ts'
import { amend } from '#lib/page/amend.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import type { Taught } from '#lib/page/taught.ts'
import { tryOut } from '#lib/page/try-out.ts'
import { startLesson } from '#lib/teaching/lesson.ts'
import { aBrowser, within } from '../overlay/a-browser.ts'

/** A list in a language that we do not know, with clouds in colours that mean nothing to us. */
const page = `
  <table><thead><tr><th>Beleg</th><th>Händler</th><th>Tag</th><th>Endbetrag</th><th>Wolke</th></tr></thead>
  <tbody>
    <tr><td>R-1</td><td>Gemüse Graf</td><td>2026-11-02</td><td>12.00</td><td><i class="w w-lila" title="lila"></i></td></tr>
    <tr><td>R-2</td><td>Gemüse Graf</td><td>2026-11-03</td><td>14.00</td><td><i class="w w-grau" title="grau"></i></td></tr>
  </tbody></table>`

let lesson: ReturnType<typeof aLesson>

function aLesson() {
  const layer = createLayer()
  const ended = new AbortController()
  const kept: Taught[] = []
  let outcome: Outcome = { ok: true, said: null }
  startLesson({
    layer,
    profile: foodrazorPage,
    signal: ended.signal,
    now: () => '2026-11-03T02:00:00.000Z' as Instant,
    keep: async taught => {
      kept.push(taught)
      return outcome
    },
    end: () => ended.abort(),
  })
  const root = within(layer.host)
  const press = (words: string) => {
    const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words)
    if (!button) throw new Error(`There is no button “${words}”`)
    button.click()
  }
  return {
    kept,
    ended: ended.signal,
    refuse: (problem: string) => {
      outcome = { ok: false, problem }
    },
    text: () => root.querySelector('.lesson')?.textContent ?? '',
    press,
    skip: (times: number) => {
      for (let each = 0; each < times; each++) press('It is not here')
    },
    key: (key: string) => {
      const keys = root.querySelector('.keys') ?? root.querySelector('.task')
      keys?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    },
    stop: () => {
      ended.abort()
      layer.stop()
    },
  }
}

const point = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()
const header = (place: number) => point(`th:nth-child(${place})`)

/** Status, number, supplier, date and total, as they are asked for; neither type nor outlet. */
function showHeaders(): void {
  for (const place of [5, 1, 2, 3, 4]) header(place)
  lesson.skip(2)
}

beforeEach(() => {
  vi.restoreAllMocks()
  aBrowser()
  document.body.innerHTML = page
  lesson = aLesson()
})
afterEach(() => {
  lesson.stop()
  document.body.replaceChildren()
})

test('asks for headers, clouds and a row, shows what comes of them, and keeps it', async () => {
  expect(lesson.text()).toContain('Step 1 of 12')
  showHeaders()
  expect(lesson.text()).toContain('Click a blue cloud')
  lesson.skip(1)
  point('.w-lila')
  point('.w-grau')
  lesson.skip(1)
  point('tbody tr')
  expect(lesson.text()).toMatch(/2 rows, 2 of them readable.*Missing product group1.*Exported1/)
  lesson.press('Save')
  await vi.waitFor(() => expect(lesson.ended.aborted).toBe(true))
  const [taught] = lesson.kept
  if (!taught) throw new Error('Nothing was kept')
  const { clouds, readable } = tryOut(document, amend(foodrazorPage, taught))
  expect(readable).toBe(2)
  expect(Object.fromEntries(clouds)).toEqual({ exported: 1, 'missing-product-group': 1 })
})

test('the page hears nothing of what is pointed at', () => {
  const heard = vi.fn()
  for (const name of ['pointerdown', 'mousedown', 'click']) document.body.addEventListener(name, heard)
  header(5)
  document.querySelector('th')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
  expect(heard).not.toHaveBeenCalled()
  lesson.stop()
  header(5)
  expect(heard).toHaveBeenCalledTimes(1)
})

test('what is no header is not taken for one', () => {
  point('table')
  point('tbody')
  expect(lesson.text()).toContain('These are not the words of one header')
  expect(lesson.text()).toContain('Step 1 of 12')
})

test('a cloud that looks like every other teaches nothing, and says so', () => {
  for (const cloud of document.querySelectorAll('i')) cloud.outerHTML = '<i class="w7"></i>'
  showHeaders()
  point('i')
  expect(lesson.text()).toContain('Neither words nor names nor colours tell this cloud')
})

test('goes by the arrow keys too, and says what each came to', () => {
  lesson.key('ArrowUp')
  expect(lesson.text()).toContain('Wolke')
  lesson.key('Enter')
  expect(lesson.text()).toContain('Click the header over the invoice numbers.')
  lesson.key('ArrowDown')
  expect(lesson.text()).toContain('Beleg')
})

test('headers that lead to no list are told, and nothing can be kept', () => {
  header(1)
  lesson.skip(11)
  expect(lesson.text()).toContain('These headers lead to no list')
  expect(() => lesson.press('Save')).toThrow()
  lesson.press('Start again')
  expect(lesson.text()).toContain('Step 1 of 12')
})

test('says so where the row that was pointed at is not read', () => {
  showHeaders()
  lesson.skip(4)
  header(1)
  expect(lesson.text()).toContain('The row that you clicked is not among them.')
})

test('what cannot be kept stays on the screen', async () => {
  lesson.refuse('No lesson was begun on this page.')
  showHeaders()
  lesson.skip(5)
  lesson.press('Save')
  await vi.waitFor(() => expect(lesson.text()).toContain('No lesson was begun on this page.'))
  expect(lesson.ended.aborted).toBe(false)
})

test('Esc ends it, and nothing is kept', () => {
  lesson.key('Escape')
  expect(lesson.ended.aborted).toBe(true)
  expect(lesson.kept).toEqual([])
})
