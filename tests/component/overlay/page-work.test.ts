import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { PageSeen } from '#lib/messages.ts'
import { aHostPage } from './a-host-page.ts'

let page: ReturnType<typeof aHostPage>
let asked: { url: string; init: RequestInit | undefined; answer: (response: Response) => void }[]

const detail = (id: string) => Response.json({ invoice: { id, number: '7', lines: [] } })
const unread = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    invoiceId: `i-${index}` as InvoiceId,
    url: `/api/invoices/i-${index}`,
  }))

/** The page, whose worker would like to know these invoices' lines. */
async function aPageWith(wanted: ReturnType<typeof unread>): Promise<void> {
  page = aHostPage()
  const { answer } = page.worker
  page.worker.answer = seen => ({ ...answer(seen), unread: seen.rows.length > 0 ? wanted : [] })
  page.start()
  await expect.poll(() => page.marks()).toHaveLength(1)
}

/** Answers the requests that are open now. */
function answerAll(response: (url: string) => Response): void {
  for (const { url, answer } of asked.splice(0)) answer(response(url))
}

const told = () =>
  (page.worker.of('page-seen') as PageSeen[]).flatMap(({ answers }) => answers.map(({ url }) => url))

beforeEach(() => {
  vi.restoreAllMocks()
  asked = []
  vi.stubGlobal(
    'fetch',
    vi.fn(
      (url: string | URL, init?: RequestInit) =>
        new Promise<Response>((resolve, reject) => {
          asked.push({ url: String(url), init, answer: resolve })
          init?.signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
        }),
    ),
  )
})
afterEach(() => {
  page.leave()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

test('reads lines two at a time, in the person’s own session, and tells them in one batch', async () => {
  await aPageWith(unread(3))
  await expect.poll(() => asked).toHaveLength(2)
  expect(asked[0]?.init).toMatchObject({ credentials: 'same-origin' })
  expect(asked[0]?.init?.method ?? 'GET').toBe('GET')
  await expect.poll(() => page.bar().textContent).toContain('Reading invoices: 0 of 3')
  answerAll(() => detail('i'))
  await expect.poll(() => asked).toHaveLength(1)
  answerAll(() => detail('i'))
  await expect.poll(told).toEqual([0, 1, 2].map(index => `${location.origin}/api/invoices/i-${index}`))
  await expect.poll(() => page.bar().textContent).not.toContain('Reading')
})

test.each([
  [401, /new sign-in/],
  [403, /does not let this user/],
  [404, /open an invoice once/],
])('stops at an answer of %i, and says why', async (status, why) => {
  await aPageWith(unread(9))
  await expect.poll(() => asked).toHaveLength(2)
  answerAll(() => new Response('', { status }))
  await expect.poll(() => page.bar().textContent).toMatch(why)
  expect(asked).toEqual([])
})

test('stops where an answer is not of the expected shape', async () => {
  await aPageWith(unread(9))
  await expect.poll(() => asked).toHaveLength(2)
  answerAll(() => new Response('<html>Sign in</html>'))
  await expect.poll(() => page.bar().textContent).toMatch(/not what we expected/)
  expect(asked).toEqual([])
})

test('tells again what could not be kept, and says why until it could', async () => {
  page = aHostPage()
  page.worker.refusal = 'There is no room left.'
  page.start()
  await expect.poll(() => page.bar().textContent).toContain('There is no room left.')
  expect(page.marks()).toEqual([])
  page.worker.refusal = null
  await expect.poll(() => page.marks(), { timeout: 5000 }).toHaveLength(1)
  expect(page.bar().textContent).not.toContain('There is no room left.')
})

test('can be stopped by a person', async () => {
  await aPageWith(unread(9))
  await expect.poll(() => page.button('Stop')).toBeTruthy()
  page.button('Stop')?.click()
  await expect.poll(() => page.bar().textContent).not.toContain('Reading')
  expect(asked).toHaveLength(2)
})

test('asks no other origin', async () => {
  await aPageWith([{ invoiceId: 'i-1' as InvoiceId, url: 'https://elsewhere.example.com/i-1' }])
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(asked).toEqual([])
})

test('waits while the page is hidden, except for what a click asked for', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await aPageWith(unread(4))
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(asked).toEqual([])
  page.worker.tell('read-details', { unread: unread(1) })
  await expect.poll(() => asked.map(({ url }) => url)).toEqual(['/api/invoices/i-0'])
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.poll(() => asked).toHaveLength(2)
})

test('makes the requests that a person’s click asked for, one after the other, and reports the answers', async () => {
  await aPageWith([])
  const requests = ['p-1', 'p-2'].map(id => ({
    method: 'PATCH' as const,
    url: `/api/products/${id}`,
    body: { groupId: 'g' },
  }))
  page.worker.tell('page-requests', { requests })
  await expect.poll(() => asked).toHaveLength(1)
  expect(asked[0]?.init).toMatchObject({
    method: 'PATCH',
    body: '{"groupId":"g"}',
    credentials: 'same-origin',
  })
  answerAll(() => Response.json({ product: { id: 'p-1', name: 'a' } }))
  await expect.poll(() => asked).toHaveLength(1)
  answerAll(() => Response.json({ product: { id: 'p-2', name: 'b' } }))
  await expect
    .poll(told)
    .toEqual([`${location.origin}/api/products/p-1`, `${location.origin}/api/products/p-2`])
})

test('says so when the page refuses such a request, and makes no further one', async () => {
  await aPageWith([])
  const requests = ['p-1', 'p-2'].map(id => ({
    method: 'PATCH' as const,
    url: `/api/products/${id}`,
    body: {},
  }))
  page.worker.tell('page-requests', { requests })
  await expect.poll(() => asked).toHaveLength(1)
  answerAll(() => new Response('', { status: 403 }))
  await expect.poll(() => page.bar().textContent).toMatch(/did not take the change \(403\)/)
  expect(asked).toEqual([])
})

test('makes no request to another site, nor by another method', async () => {
  await aPageWith([])
  page.worker.tell('page-requests', {
    requests: [{ method: 'POST', url: 'https://elsewhere.example.com/', body: {} }],
  })
  page.worker.tell('page-requests', {
    requests: [{ method: 'DELETE' as 'POST', url: '/api/products/1', body: {} }],
  })
  await expect.poll(() => page.bar().textContent).toMatch(/another site/)
  expect(asked).toEqual([])
})
