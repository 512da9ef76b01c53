import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import { aHostPage } from './a-host-page.ts'
import { anAssessed, quiet } from './a-worker.ts'

let page: ReturnType<typeof aHostPage>

/** Presses keys where the focus is. */
function press(
  key: string,
  code: string,
  held: KeyboardEventInit = {},
  on: Element = document.body,
): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    code,
    ...held,
    bubbles: true,
    cancelable: true,
    composed: true,
  })
  on.dispatchEvent(event)
  return event.defaultPrevented
}
const alt = { altKey: true }
const focusedMark = () => page.marks().indexOf(document.activeElement as HTMLElement)

beforeEach(() => {
  vi.restoreAllMocks()
  page = aHostPage([{ number: 'INV-1' }, { number: 'INV-2' }, { number: 'INV-3' }])
  page.worker.answer = ({ rows }) => ({
    rows: rows.map(({ key, number }) => ({
      key,
      invoice: anAssessed({
        id: `id-${number}`,
        number,
        status: number === 'INV-2' ? 'exported' : 'ready',
      }),
    })),
  })
  page.worker.summary = { ...quiet, counts: { ready: 2 }, exportable: 2 }
})
afterEach(() => {
  page.leave()
  document.body.replaceChildren()
})

async function begin() {
  page.start()
  await expect.poll(() => page.marks()).toHaveLength(3)
  await expect.poll(() => page.button('Export all ready (2)')).toBeTruthy()
}

test('lead from cloud to cloud that asks something, round and round', async () => {
  await begin()
  expect(press('j', 'KeyJ', alt)).toBe(true)
  await expect.poll(focusedMark).toBe(0)
  press('j', 'KeyJ', alt, document.activeElement ?? undefined)
  await expect.poll(focusedMark).toBe(2)
  press('j', 'KeyJ', alt, document.activeElement ?? undefined)
  await expect.poll(focusedMark).toBe(0)
  press('k', 'KeyK', alt, document.activeElement ?? undefined)
  await expect.poll(focusedMark).toBe(2)
})

test('press what the bar offers, and leave the keys to the page where it offers nothing', async () => {
  await begin()
  expect(press('E', 'KeyE', { altKey: true, shiftKey: true })).toBe(true)
  await expect.poll(() => page.worker.of('export-ready')).toHaveLength(1)
  expect(press('R', 'KeyR', { altKey: true, shiftKey: true })).toBe(false)
  expect(page.worker.of('retry-failed')).toEqual([])
})

test('are shown by ?, with a way to change them, and closed by Esc', async () => {
  await begin()
  expect(press('?', 'Slash', { shiftKey: true })).toBe(true)
  await expect.poll(() => page.card()?.textContent).toContain('Next cloud that asks something')
  expect([...(page.card()?.querySelectorAll('kbd') ?? [])].map(key => key.textContent)).toContain('J')
  page.button('Change them in the options')?.click()
  expect(page.worker.of('open-options')).toHaveLength(1)
  press('Escape', 'Escape')
  expect(page.card()).toBeNull()
})

test.each(['input', 'textarea', 'select'])('never fire while a person types in a page’s %s', async name => {
  await begin()
  const field = document.body.appendChild(document.createElement(name))
  expect(press('?', 'Slash', { shiftKey: true }, field)).toBe(false)
  expect(press('j', 'KeyJ', alt, field)).toBe(false)
  await expect.poll(focusedMark).toBe(-1)
  expect(page.worker.of('load-script')).toEqual([])
})

test('leave keys alone of which the page made use', async () => {
  await begin()
  document.body.addEventListener('keydown', event => event.preventDefault(), { once: true })
  press('j', 'KeyJ', alt)
  await expect.poll(focusedMark).toBe(-1)
})

test('are the ones that the person chose', async () => {
  page.worker.setup = {
    ...page.worker.setup,
    shortcuts: { ...defaultShortcuts, next: 'F9', help: null },
  }
  await begin()
  expect(press('j', 'KeyJ', alt)).toBe(false)
  expect(press('?', 'Slash', { shiftKey: true })).toBe(false)
  expect(press('F9', 'F9')).toBe(true)
  await expect.poll(focusedMark).toBe(0)
})
