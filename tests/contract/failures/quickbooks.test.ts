import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { aDetail, aLine } from '#tests/builders/invoice.ts'
import { stopApps } from '#tests/unit/background/an-app.ts'
import { type QuickbooksServer, quickbooksServer } from '../server/quickbooks-server.ts'
import { type Kitchen, openKitchen } from './kitchen.ts'
import { type QuickbooksBooks, quickbooksBooks } from './quickbooks-books.ts'

/* Every row of facts/errors.md that QuickBooks can answer: provoked, explained, mended by its fix, and gone. */

let at: QuickbooksServer
let kitchen: Kitchen
let books: QuickbooksBooks

beforeAll(async () => {
  at = await quickbooksServer()
  books = await quickbooksBooks(at)
}, 60_000)
afterAll(() => at?.close())
beforeEach(async () => {
  await books.control('DELETE', '/faults')
  kitchen = await openKitchen(at, 'quickbooks')
})
afterEach(stopApps)

const edited = (price: string) => ({
  revision: 'r2',
  detailRevision: 'r2',
  detail: aDetail({ lines: [aLine('Romaine', { group: 'Vegetables', unitPrice: price })] }),
})

async function exports(number: string): Promise<void> {
  await kitchen.sees(number)
  await kitchen.clicks(number, 'export')
}

it('19: closed books are told, and the bill goes once they are open', async () => {
  await kitchen.sees('Q19')
  await books.control('POST', `${books.company}/close-date`, { date: '2026-12-31' })
  await kitchen.clicks('Q19', 'export')
  await kitchen.fails('Q19', 'books-closed')
  await books.control('POST', `${books.company}/close-date`, { date: null })
  await kitchen.clicks('Q19', 'retry')
  await kitchen.isExported('Q19')
})

it('20: an account that was made inactive: its group is mapped to another', async () => {
  await kitchen.sees('Q20')
  await books.control('PATCH', `${books.company}/accounts/310`, { active: false })
  await kitchen.clicks('Q20', 'export')
  await kitchen.fails('Q20', 'reference-inactive')
  await books.control('PATCH', `${books.company}/accounts/310`, { active: true })
  await kitchen.clicks('Q20', 'retry')
  await kitchen.isExported('Q20')
})

it('26: a long number is shortened before it is sent, and stays whole in the memo', async () => {
  const number = 'A-number-of-many-characters-1'
  await exports(number)
  const { reasons } = await kitchen.isExported(number)
  expect(reasons[0]).toMatchObject({ kind: 'bill-stands', bill: { number } })
  const shortened = (await books.standing('')).filter(one => one.startsWith('A-n'))
  expect(shortened.map(one => one.length)).toEqual([21])
})

it('24: what changed since it was read is read anew, and goes by itself', async () => {
  await exports('Q24')
  await kitchen.isExported('Q24')
  await kitchen.sees('Q24', edited('6.00'))
  await books.refuses('5010', 'Stale Object Error : You and another were working on this at the same time.')
  await kitchen.clicks('Q24', 'confirm-resync')
  await vi.waitFor(
    async () => {
      const [reason] = (await kitchen.assessment('Q24'))?.reasons ?? []
      expect(reason).toMatchObject({ kind: 'bill-stands', bill: { total: '13.08' } })
    },
    { timeout: 20_000 },
  )
})

it('14: a connection that has ended is one incident; the exports wait and none turns red', async () => {
  await kitchen.sees('Q14')
  await books.control('POST', '/revoke', { realmId: at.quickbooks.company('Orchard').realmId })
  await kitchen.clicks('Q14', 'export')
  await vi.waitFor(
    async () =>
      expect(await kitchen.assessment('Q14')).toMatchObject({
        status: 'exporting',
        reasons: [{ kind: 'waiting', why: 'reconnect' }],
      }),
    { timeout: 20_000 },
  )
  await kitchen.clicks('Q14', 'reconnect')
  await kitchen.isExported('Q14')
})

it('15: throttling is waited for, and goes by itself', async () => {
  await books.control('POST', '/faults', {
    match: { method: 'POST', path: '/batch$' },
    times: 1,
    fault: { kind: 'status', status: 429, headers: { 'Retry-After': '1' } },
  })
  await exports('Q15')
  await kitchen.isExported('Q15')
})

it('17: a file that is refused leaves the bill green, and is tried again alone', async () => {
  await books.control('POST', '/faults', {
    match: { path: '/upload$' },
    times: 1,
    fault: { kind: 'fault', code: '6000', message: 'The file type is not supported.' },
  })
  const lines = [aLine('Romaine', { group: 'Vegetables' })]
  const file = { name: 'scan.pdf', url: 'data:application/pdf;base64,JVBERi0xLjQ=' }
  await kitchen.sees('Q17', { detail: aDetail({ lines, file }) })
  await kitchen.clicks('Q17', 'export')
  await vi.waitFor(
    async () =>
      expect((await kitchen.assessment('Q17'))?.reasons).toMatchObject([
        { kind: 'bill-stands' },
        { kind: 'file-refused', failure: { code: 'attachment-refused' } },
      ]),
    { timeout: 20_000 },
  )
  await kitchen.clicks('Q17', 'retry-file')
  await vi.waitFor(
    async () => expect((await kitchen.assessment('Q17'))?.reasons).toMatchObject([{ kind: 'bill-stands' }]),
    { timeout: 20_000 },
  )
})

it('28: an answer that was lost is looked up, and nothing is made twice', async () => {
  const match = { method: 'POST', path: '/batch$' }
  await kitchen.sees('Q28')
  await books.control('POST', '/faults', { match, times: 1, fault: { kind: 'drop-after-commit' } })
  await kitchen.clicks('Q28', 'export')
  await kitchen.isExported('Q28')
  expect(await books.standing('Q28')).toEqual(['Q28'])
})

it('27: a product without a group, then a group without an account: each is mended by its fix', async () => {
  const lines = [aLine('Saffron')]
  await kitchen.sets({ mode: 'product-groups-required' })
  await kitchen.sees('Q27', { detail: aDetail({ lines }) })
  expect((await kitchen.assessment('Q27'))?.status).toBe('missing-product-group')
  await kitchen.assigns('p-Saffron')
  await kitchen.isExported('Q27')
})
