import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Summary } from '#lib/messages.ts'
import { aHostPage } from './a-host-page.ts'
import { anAssessed, quiet } from './a-worker.ts'

let page: ReturnType<typeof aHostPage>

/** The page with its bar, once the bar shows this. */
async function aBar(summary: Partial<Summary>, rows?: Parameters<typeof aHostPage>[0]): Promise<void> {
  page = aHostPage(rows)
  page.worker.summary = { ...quiet, ...summary }
  page.worker.listed = (rows ?? [{ number: 'INV-1' }]).map(({ number }) =>
    anAssessed({ id: `id-${number}`, number }),
  )
  page.start()
  await expect.poll(() => page.worker.of('summary').length).toBeGreaterThan(0)
  await expect.poll(() => page.bar().style.visibility).toBe('')
}

async function nextSummary(summary: Partial<Summary>): Promise<void> {
  page.worker.summary = { ...quiet, ...summary }
  const before = page.worker.of('summary').length
  page.worker.tell('summary-changed', {})
  await expect.poll(() => page.worker.of('summary').length).toBeGreaterThan(before)
}

const list = () => page.layer().querySelector('.list[data-open]')

beforeEach(() => {
  vi.restoreAllMocks()
})
afterEach(() => {
  page.leave()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

test('a count opens the list of its invoices, and a second click closes it', async () => {
  await aBar({ counts: { ready: 5 } }, [{ number: 'INV-1' }, { number: 'INV-2' }])
  await expect.poll(() => page.marks()).toHaveLength(2)
  page.button('Ready to export 5')?.click()
  await expect.poll(() => list()?.querySelectorAll('li')).toHaveLength(2)
  expect(list()?.textContent).toContain('And 3 more.')
  expect(page.button('Ready to export 5')?.getAttribute('aria-expanded')).toBe('true')
  page.button('Ready to export 5')?.click()
  expect(list()).toBeNull()
  expect(page.button('Ready to export 5')?.getAttribute('aria-expanded')).toBe('false')
})

test('a count leads on to all that it counts, also what the page has not shown', async () => {
  await aBar({ counts: { ready: 5 } }, [{ number: 'INV-1' }])
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.button('Ready to export 5')?.click()
  await expect.poll(() => page.button('Show all in the side panel')).toBeTruthy()
  page.button('Show all in the side panel')?.click()
  expect(page.worker.of('open-panel')).toMatchObject([
    { tab: 'invoices', outletId: null, statuses: ['ready'] },
  ])
})

test('an entry of the list opens the card of its invoice', async () => {
  await aBar({ counts: { ready: 1 } })
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.button('Ready to export 1')?.click()
  await expect.poll(list).not.toBeNull()
  list()?.querySelector<HTMLElement>('.entry')?.click()
  expect(list()).toBeNull()
  await expect.poll(() => page.card()?.textContent).toContain('INV-1')
})

test('exports all that is ready, assigns in the side panel, and retries, each with one message', async () => {
  await aBar({ counts: { ready: 2 }, exportable: 2, unassigned: 7, retryable: 1 })
  await expect.poll(() => page.button('Export all ready (2)')).toBeTruthy()
  page.button('Export all ready (2)')?.click()
  page.button('Assign 7 products')?.click()
  page.button('Retry 1')?.click()
  expect(page.worker.of('export-ready')).toEqual([{ outletIds: null, invoiceIds: null }])
  expect(page.worker.of('open-panel')).toMatchObject([{ tab: 'products', outletId: null }])
  expect(page.worker.of('retry-failed')).toEqual([{ outletIds: null, invoiceIds: null }])
  await expect.poll(() => page.bar().textContent).toContain('Done.')
})

test('a second click while the first is under way asks nothing', async () => {
  await aBar({ exportable: 2 })
  await expect.poll(() => page.button('Export all ready (2)')).toBeTruthy()
  page.button('Export all ready (2)')?.click()
  page.button('Export all ready (2)')?.click()
  expect(page.worker.of('export-ready')).toHaveLength(1)
})

test('shows progress that can be cancelled, and at the end what happened and what did not', async () => {
  await aBar({ counts: { ready: 5, exported: 1 }, exportable: 5 })
  await nextSummary({ counts: { exporting: 3, exported: 3 }, progress: { done: 2, failed: 0, total: 5 } })
  await expect.poll(() => page.bar().textContent).toContain('2 of 5')
  const progress = page.layer().querySelector('progress')
  expect([progress?.value, progress?.max]).toEqual([2, 5])
  page.button('Cancel')?.click()
  expect(page.worker.of('cancel-exports')).toHaveLength(1)
  await nextSummary({ counts: { exported: 5, failed: 1 }, progress: null })
  await expect
    .poll(() => page.layer().querySelector('.bar [role="status"]')?.textContent)
    .toBe('4 exported, 1 failed.')
  expect(page.button('Cancel')).toBeUndefined()
})

test('counts nothing where a run only brought bills up to date', async () => {
  await aBar({ counts: { exported: 3 } })
  await nextSummary({ counts: { exported: 3 }, progress: { done: 0, failed: 0, total: 1 } })
  await nextSummary({ counts: { exported: 3 }, progress: null })
  await expect
    .poll(() => page.layer().querySelector('.bar [role="status"]')?.textContent)
    .toBe('The export has ended.')
})

test.each([
  ['not-signed-in', 'Sign in', 'sign-in'],
  ['reconnect', 'Reconnect', 'sign-in'],
  ['server-unreachable', 'Check again', 'summary'],
  ['storage-full', 'Check again', 'summary'],
] as const)('the trouble %s has one button, %s', async (banner, label, name) => {
  await aBar({ banner })
  await expect.poll(() => page.button(label)).toBeTruthy()
  const before = page.worker.of(name).length
  page.button(label)?.click()
  expect(page.worker.of(name)).toHaveLength(before + 1)
})

test('acts for the outlet that the page’s filter shows', async () => {
  page = aHostPage()
  document.body.insertAdjacentHTML(
    'afterbegin',
    '<select aria-label="Outlet"><option value="1">Harbour</option></select>',
  )
  page.worker.summary = { ...quiet, exportable: 1 }
  page.start()
  await expect.poll(() => page.worker.of('summary')).toContainEqual({ outletIds: ['outlet-1'] })
  await expect.poll(() => page.button('Export all ready (1)')).toBeTruthy()
  page.button('Export all ready (1)')?.click()
  expect(page.worker.of('export-ready')).toEqual([{ outletIds: ['outlet-1'], invoiceIds: null }])
})
