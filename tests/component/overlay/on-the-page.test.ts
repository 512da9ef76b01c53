import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { statusShapes } from '#components/status-shapes.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { PageSeen } from '#lib/messages.ts'
import { aHostPage } from './a-host-page.ts'
import { anAssessed, quiet } from './a-worker.ts'

let page: ReturnType<typeof aHostPage>

function shown(...rows: Parameters<typeof aHostPage>[0][]) {
  page = aHostPage(...rows)
  page.start()
  return page
}

const yellow = anAssessed({
  id: 'id-INV-1',
  status: 'missing-product-group',
  words: {
    status: 'Missing product group',
    headline: '“Romaine” has no product group.',
    says: [],
    raw: null,
    fixes: [
      {
        fix: { kind: 'assign-group', outletId: 'outlet-1', products: [{ id: 'p-1', name: 'Romaine' }] },
        label: 'Assign a group',
        primary: true,
      },
    ],
  },
})

beforeEach(() => {
  vi.restoreAllMocks()
})
afterEach(() => {
  page.leave()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

test('marks each cloud, its name beginning with the status’ words and then the reason', async () => {
  shown([{ number: 'INV-1' }, { number: 'INV-2' }, { number: 'INV-3', cloud: '' }])
  await expect
    .poll(() => page.names())
    .toEqual([
      'Ready to export: Nothing is missing: this invoice can be exported.',
      'Ready to export: Nothing is missing: this invoice can be exported.',
    ])
})

test('says which language its words are in, whatever the page is in', async () => {
  document.documentElement.lang = 'fr'
  onTestFinished(() => document.documentElement.removeAttribute('lang'))
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  expect(page.marks().map(mark => mark.lang)).toEqual(['en'])
  expect(document.querySelector<HTMLElement>('[data-clearcloud="layer"]')?.lang).toBe('en')
})

test('tells all rows in one batch, and nothing again that has not changed', async () => {
  shown([{ number: 'INV-1' }, { number: 'INV-2' }])
  await expect.poll(() => page.names()).toHaveLength(2)
  page.body().append(document.createComment('drawn anew'))
  page.add({ number: 'INV-3' })
  await expect.poll(() => page.names()).toHaveLength(3)
  const told = page.worker.of('page-seen') as PageSeen[]
  expect(told.map(({ rows }) => rows.map(({ number }) => number))).toEqual([['INV-1', 'INV-2'], ['INV-3']])
})

test('marks a row that comes back from what is known, without asking', async () => {
  shown()
  await expect.poll(() => page.names()).toHaveLength(1)
  const [row] = page.body().children
  const clone = row?.cloneNode(true) as Element
  clone.querySelector('[data-clearcloud]')?.remove()
  row?.replaceWith(clone)
  await expect.poll(() => page.names()).toHaveLength(1)
  expect(page.worker.of('page-seen')).toHaveLength(1)
})

test('takes no room: the mark is positioned absolutely beside the page’s own cloud', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  const [mark] = page.marks()
  expect(mark?.style.position).toBe('absolute')
  expect(mark?.previousElementSibling?.getAttribute('title')).toBe('Ready to Export')
})

test('lies over the page’s cloud where Clearcloud exports, which is only made invisible', async () => {
  shown()
  page.worker.answer = ({ rows }) => ({
    rows: rows.map(({ key }) => ({ key, invoice: anAssessed({ exporter: 'clearcloud' }) })),
  })
  await expect.poll(() => document.querySelector('svg[data-clearcloud-covered]')).toBeTruthy()
  expect(document.querySelector('button[data-clearcloud-covered]')).toBeNull()
})

test('marks an unmatched cloud as not recognised instead of guessing', async () => {
  shown()
  page.worker.answer = () => ({ rows: [] })
  await expect.poll(() => page.names()).toEqual([expect.stringMatching(/^Not recognised: /)])
})

test('repaints a mark in place when its assessment changes', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  const [mark] = page.marks()
  page.worker.tell('assessed', { items: [yellow] })
  await expect
    .poll(() => page.names())
    .toEqual(['Missing product group: “Romaine” has no product group. No group.'])
  expect(page.marks()[0]).toBe(mark)
})

test('listens to our own worker alone', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.worker.tell('assessed', { items: [yellow] }, { id: 'another' })
  page.worker.tell('assessed', { items: [yellow] }, { id: 'own', tab: {} })
  expect(page.names()).toEqual([expect.stringMatching(/^Ready/)])
})

test('puts marks back that the page removes, and gives way with a word when it goes on removing', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.marks()[0]?.remove()
  await expect.poll(() => page.marks()).toHaveLength(1)
  const hostile = new MutationObserver(() => {
    for (const mark of page.marks()) mark.remove()
  })
  hostile.observe(page.body(), { childList: true, subtree: true })
  page.marks()[0]?.remove()
  await expect.poll(() => page.bar().textContent).toMatch(/keeps removing our marks/)
  hostile.disconnect()
  page.add({ number: 'INV-2' })
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(page.bar().textContent).toMatch(/keeps removing our marks/)
  expect(page.marks()).toHaveLength(0)
})

test('finds the grid again after the page has replaced it', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  const table = document.querySelector('table')
  const clone = table?.cloneNode(true) as Element
  clone.querySelector('[data-clearcloud]')?.remove()
  table?.remove()
  await new Promise(resolve => setTimeout(resolve, 0))
  expect(document.querySelector('[data-clearcloud="layer"]')).toBeNull()
  document.body.append(clone)
  await expect.poll(() => page.marks()).toHaveLength(1)
})

test('says that a page is not recognised, and gives a report without any name or amount', async () => {
  const writeText = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText }, language: 'en' })
  shown([{ number: '', cloud: 'Mystery' }])
  await expect.poll(() => page.bar().textContent).toMatch(/not recognised/)
  page.button('Copy report')?.click()
  await expect.poll(() => page.bar().textContent).toMatch(/report is copied/)
  const report = String(writeText.mock.calls[0])
  expect(report).toContain('Invoice No.')
  expect(report).not.toMatch(/Greens|12\.00/)
})

test('keeps quiet on a page without an invoice list', async () => {
  page = aHostPage()
  document.body.innerHTML =
    '<table><tr><th>Product</th><th>Price</th></tr><tr><td>a</td><td>1</td></tr></table>'
  page.start()
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(document.querySelector('[data-clearcloud]')).toBeNull()
  expect(page.worker.asked.map(({ name }) => name)).toEqual(['page-profile'])
})

test('says to reload the page once the extension was updated under it', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.worker.gone = true
  page.add({ number: 'INV-2' })
  await expect.poll(() => page.bar().textContent).toMatch(/was updated: reload the page/)
})

test('tells again what a worker that was starting did not take', { timeout: 10_000 }, async () => {
  page = aHostPage()
  page.worker.runtime.sendMessage.mockRejectedValueOnce(new Error('no receiving end'))
  page.start()
  await expect.poll(() => page.names(), { timeout: 6000 }).toHaveLength(1)
})

test('presses the page’s own control: a click exports, a double-click opens what failed', async () => {
  shown()
  await expect.poll(() => page.marks()).toHaveLength(1)
  const heard: string[] = []
  const control = document.querySelector('button.c')
  for (const type of ['click', 'dblclick']) control?.addEventListener(type, () => heard.push(type))
  page.worker.tell('press-control', { invoiceId: 'id-INV-1' as InvoiceId, number: '', action: 'export' })
  await expect.poll(() => heard).toEqual(['click'])
  page.worker.tell('press-control', { invoiceId: 'id-INV-1' as InvoiceId, number: '', action: 'retry' })
  await expect.poll(() => heard).toEqual(['click', 'click', 'click', 'dblclick'])
  page.worker.tell('press-control', { invoiceId: 'id-9' as InvoiceId, number: '', action: 'export' })
  await expect.poll(() => page.bar().textContent).toMatch(/not on this page/)
})

test('counts anew when told, and shows nothing of a status that has none', async () => {
  page = aHostPage()
  page.worker.summary = { ...quiet, counts: { ready: 3 }, exportable: 3 }
  page.start()
  await expect.poll(() => page.button('Ready to export 3')).toBeTruthy()
  expect(page.button(/^Exported \d/)).toBeUndefined()
  page.worker.summary = { ...quiet, counts: { exported: 3 } }
  page.worker.tell('summary-changed', {})
  await expect.poll(() => page.button('Exported 3')).toBeTruthy()
  expect(page.button(/^Export all ready/)).toBeUndefined()
})

test('no two statuses have one shape', () => {
  const shapes = Object.values(statusShapes).map(({ cloud, glyph, dots }) =>
    JSON.stringify([cloud, glyph, dots]),
  )
  expect(new Set(shapes).size).toBe(shapes.length)
})
