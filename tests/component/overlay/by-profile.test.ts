import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import { openFeed } from '#lib/page/feed-channel.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import type { Feature } from '#lib/page/profile.ts'
import { aHostPage } from './a-host-page.ts'

let page: ReturnType<typeof aHostPage>

beforeEach(() => {
  vi.restoreAllMocks()
})
afterEach(() => {
  page.leave()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** A page on which this is switched off. */
function without(...off: Feature[]) {
  page = aHostPage()
  page.worker.setup = { ...page.worker.setup, off, says: 'Clearcloud does without something.' }
  page.start()
  return page
}

const pause = (ms = 250) => new Promise(resolve => setTimeout(resolve, ms))

test('reads nothing before the worker has said how', async () => {
  page = aHostPage()
  let answer = (_: unknown) => undefined as undefined
  const { sendMessage } = page.worker.runtime
  const usual = sendMessage.getMockImplementation()
  sendMessage.mockImplementationOnce(
    message =>
      new Promise(resolve => {
        answer = () => void resolve(usual?.(message)) as undefined
      }),
  )
  page.start()
  await pause()
  expect(document.querySelector('[data-clearcloud]')).toBeNull()
  expect(page.worker.asked).toEqual([])
  answer(undefined)
  await expect.poll(() => page.marks()).toHaveLength(1)
})

test('asks again while nobody answers', async () => {
  page = aHostPage()
  page.worker.runtime.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'))
  page.worker.runtime.sendMessage.mockResolvedValueOnce(undefined)
  page.start()
  await expect.poll(() => page.marks(), { timeout: 3000 }).toHaveLength(1)
})

test('asks again where its question was lost, and no answer comes', async () => {
  vi.useFakeTimers()
  try {
    page = aHostPage()
    page.worker.runtime.sendMessage.mockReturnValueOnce(new Promise(() => undefined))
    page.start()
    await vi.advanceTimersByTimeAsync(15_000)
    await vi.waitFor(() => expect(page.marks()).toHaveLength(1))
  } finally {
    vi.useRealTimers()
  }
})

test('leaves a page alone that no profile is for', async () => {
  page = aHostPage()
  page.worker.setup = { profile: null, off: [], says: null, shortcuts: defaultShortcuts }
  page.start()
  await pause()
  expect(document.querySelector('[data-clearcloud]')).toBeNull()
  expect(page.worker.of('page-seen')).toEqual([])
})

test('reads the page anew by another profile, and puts nothing into it twice', async () => {
  page = aHostPage()
  page.worker.setup = {
    ...page.worker.setup,
    profile: { ...foodrazorPage, columns: { ...foodrazorPage.columns, status: ['cloud column'] } },
  }
  page.start()
  await pause()
  expect(page.marks()).toEqual([])
  page.worker.setup = { ...page.worker.setup, profile: foodrazorPage }
  page.worker.tell('profile-changed', {})
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.worker.tell('profile-changed', {}, { id: 'another' })
  page.worker.tell('profile-changed', {})
  await pause()
  await expect.poll(() => page.marks()).toHaveLength(1)
  expect(document.querySelectorAll('[data-clearcloud="layer"]')).toHaveLength(1)
  expect(page.worker.of('page-profile')).toHaveLength(3)
})

test('takes all of itself out of a page that the new profile is not for', async () => {
  page = aHostPage()
  page.start()
  await expect.poll(() => page.marks()).toHaveLength(1)
  page.worker.setup = { profile: null, off: [], says: null, shortcuts: defaultShortcuts }
  page.worker.tell('profile-changed', {})
  await expect.poll(() => document.querySelector('[data-clearcloud]')).toBeNull()
})

test('says in the bar what is switched off, and goes on with the rest', async () => {
  without('marks')
  await expect.poll(() => page.bar().textContent).toMatch(/does without something/)
  await expect.poll(() => page.worker.of('page-seen')).toHaveLength(1)
  expect(page.marks()).toEqual([])
})

test('shows no bar where the bar is switched off, but marks', async () => {
  without('bar')
  await expect.poll(() => page.marks()).toHaveLength(1)
  expect(page.layer().querySelector('.bar')).toBeNull()
})

test('hears what the page loaded before the worker had answered, once it has', async () => {
  page = aHostPage()
  const send = openFeed(document)
  const { sendMessage } = page.worker.runtime
  sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'))
  page.start()
  const text = '{"invoices":[{"id":"inv-1","invoiceNo":"INV-1","supplier":"Greens","total":"12.00"}]}'
  send({ kind: 'answer', url: '/api/invoices', text })
  await pause(50)
  expect(page.worker.of('page-seen')).toEqual([])
  await expect
    .poll(() => (page.worker.of('page-seen') as { answers: unknown[] }[]).flatMap(({ answers }) => answers))
    .toEqual([{ url: '/api/invoices', json: text }])
})

test('does not listen to what the page loads where that is switched off', async () => {
  const send = openFeed(document)
  without('feed')
  await expect.poll(() => page.marks()).toHaveLength(1)
  send({ kind: 'answer', url: '/api/invoices', text: '{"invoices":[{"id":"inv-1","invoiceNo":"INV-1"}]}' })
  await pause()
  const told = page.worker.of('page-seen') as { answers: unknown[] }[]
  expect(told.flatMap(({ answers }) => answers)).toEqual([])
})

test('asks the page’s own server for nothing where that is switched off', async () => {
  const asked = vi.fn(async () => new Response('{}'))
  vi.stubGlobal('fetch', asked)
  without('detail-requests')
  page.worker.answer = () => ({
    unread: [{ invoiceId: 'id-INV-1' as InvoiceId, url: '/api/invoices/1' }],
    alsoRead: ['/api/outlets/1/integration'],
  })
  await expect.poll(() => page.worker.of('page-seen').length).toBeGreaterThan(0)
  page.worker.tell('read-details', {
    unread: [{ invoiceId: 'id-INV-1' as InvoiceId, url: '/api/invoices/1' }],
  })
  await pause()
  expect(asked).not.toHaveBeenCalled()
})

test('presses and changes nothing in the page where that is switched off, and says so', async () => {
  const asked = vi.fn(async () => new Response('{}'))
  vi.stubGlobal('fetch', asked)
  without('fixes-on-page')
  await expect.poll(() => page.marks()).toHaveLength(1)
  const heard = vi.fn()
  document.querySelector('button.c')?.addEventListener('click', heard)
  page.worker.tell('press-control', { invoiceId: 'id-INV-1' as InvoiceId, number: '', action: 'export' })
  page.worker.tell('page-requests', { requests: [{ method: 'PATCH', url: '/api/products/1', body: {} }] })
  await expect.poll(() => page.bar().textContent).toMatch(/changes nothing in Foodrazor/)
  expect(heard).not.toHaveBeenCalled()
  expect(asked).not.toHaveBeenCalled()
})
