import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { WholeBillsAnswer } from '#lib/api/bills.ts'
import { ExportsPage } from '#lib/api/exports.ts'
import { aBillToPost, anExportRequest } from '#tests/builders/export-request.ts'
import { type SignedInServer, signedInServer } from './signed-in-server.ts'

let at: SignedInServer
beforeAll(async () => {
  at = await signedInServer()
  await at.sandbox.control('PATCH', '/limits', { minute: 10_000 })
}, 60_000)
afterAll(() => at?.close())
beforeEach(() => at.sandbox.control('DELETE', '/faults'))

const request = (number: string, over = {}) => anExportRequest(at.connection, number, over)
const outlet = (invoiceId: string) => ({ outletId: 'outlet-1', invoiceId })
const page = async (query: string) => ExportsPage.parse(await at.call('GET', `/v1/exports?${query}`))

async function posted(number: string) {
  await at.send([request(number)])
  const [progress] = await at.settled([number])
  if (progress?.state !== 'posted') throw new Error(`${number} is ${progress?.state}`)
  return progress.bill
}
const set = (bill: string, change: object) =>
  at.sandbox.control('PATCH', `/organisations/${at.tenant}/bills/${bill}`, change)

it('reads bills whole as they stand, and tells every reader what is news of them', async () => {
  const [kept, deleted] = [await posted('A-1'), await posted('A-2')]
  await set(kept.id, { status: 'AUTHORISED' })
  await set(deleted.id, { status: 'DELETED' })
  const { cursor } = await page('after=0')
  const unknown = '99999999-9999-4999-8999-999999999999'
  const bills = [kept.id, deleted.id, unknown].map(id => ({ id, kind: 'bill' }))
  const read = async () =>
    WholeBillsAnswer.parse(await at.call('POST', '/v1/bills/whole', { connectionId: at.connection, bills }))
      .items
  const [approved, gone, nothing] = await read()
  expect([approved?.bill.state, gone?.bill.state, nothing]).toEqual(['approved', 'deleted', null])
  expect(approved?.lines).toMatchObject([
    { description: 'Romaine', quantity: '2.00', amount: '10.00', tax: '0.90' },
  ])
  const news = await page(`after=${cursor}`)
  expect(news.items.map(({ invoiceId, progress }) => [invoiceId, progress])).toMatchObject([
    ['A-1', { bill: { state: 'approved' } }],
    ['A-2', { bill: { state: 'deleted', number: 'A-2' } }],
  ])
  await read()
  expect((await page(`after=${news.cursor}`)).items).toEqual([])
})

it('keeps that a person accepted a difference, and that this came later', async () => {
  const bill = await posted('B-1')
  await set(bill.id, { status: 'AUTHORISED' })
  const edited = aBillToPost('B-1', { price: '6.00' })
  await at.send([
    request('B-1', { bill: edited, operation: { kind: 'update', billId: bill.id, submittedToo: false } }),
  ])
  expect(await at.settled(['B-1'])).toMatchObject([
    { state: 'refused', bill: { id: bill.id }, billContent: aBillToPost('B-1').content },
  ])
  await at.call('POST', '/v1/exports/accept', { ...outlet('B-1'), content: edited.content })
  expect((await page('after=0')).items.at(-1)).toMatchObject({
    invoiceId: 'B-1',
    progress: { state: 'posted', accepted: edited.content },
  })
  await expect(
    at.call('POST', '/v1/exports/accept', { ...outlet('unheard-of'), content: edited.content }),
  ).rejects.toThrow(/404 .*not-found/)
})

it('makes a new bill of an invoice whose bill was deleted, once it is unlinked', async () => {
  const first = await posted('C-1')
  await set(first.id, { status: 'DELETED' })
  await at.send([request('C-1')])
  expect(await at.settled(['C-1'])).toMatchObject([{ bill: { id: first.id } }])
  await at.call('POST', '/v1/exports/unlink', outlet('C-1'))
  const second = await posted('C-1')
  expect(second.id).not.toBe(first.id)
  expect((await at.bills('C-1')).map(({ status }) => status).sort()).toEqual(['DELETED', 'DRAFT'])
})

it('makes no second bill for an invoice that a person’s other computer does not know to be exported', async () => {
  const first = await posted('D-1')
  const edited = aBillToPost('D-1', { price: '6.00' })
  await at.send([request('D-1', { bill: edited })])
  await expect.poll(async () => (await at.bills('D-1'))[0]?.total, { timeout: 10_000 }).toBe('13.08')
  expect(await at.bills('D-1')).toMatchObject([{ id: first.id }])
})

it('stops what was not sent, and says which', async () => {
  await at.sandbox.control('POST', '/faults', {
    match: { path: '/Invoices$', method: 'GET' },
    times: 1,
    fault: { kind: 'delay', ms: 3000 },
  })
  await at.send([request('E-1'), request('E-2')])
  const keys = [request('E-2').key, 'no such key']
  expect(await at.call('POST', '/v1/exports/cancel', { keys })).toEqual({ cancelled: [request('E-2').key] })
  expect(await at.settled(['E-1', 'E-2'])).toMatchObject([{ state: 'posted' }, { state: 'cancelled' }])
  expect(await at.bills('E-2')).toEqual([])
  expect(await at.call('POST', '/v1/exports/cancel', { keys: [request('E-1').key] })).toEqual({
    cancelled: [],
  })
})

it('holds a reader’s question back until there is something to tell, and no longer than asked', async () => {
  const { cursor } = await page('after=0')
  const began = performance.now()
  const waiting = page(`after=${cursor}&wait=20`)
  await at.send([request('F-1')])
  expect((await waiting).items).not.toEqual([])
  expect(performance.now() - began).toBeLessThan(10_000)
  await at.settled(['F-1'])
  const last = await page(`after=${cursor}`)
  expect(await page(`after=${last.cursor}&wait=1`)).toEqual({ items: [], cursor: last.cursor })
})

it('tells changes page by page, none twice and none passed over', async () => {
  const first = await page('after=0')
  const sequences = first.items.map(({ sequence }) => sequence)
  expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other))
  const middle = sequences[Math.floor(sequences.length / 2)] ?? 0
  expect((await page(`after=${middle}`)).items.map(({ sequence }) => sequence)).toEqual(
    sequences.filter(sequence => sequence > middle),
  )
})

it('leads from a bill back to Foodrazor', async () => {
  const answer = await fetch(`${at.url}/go/outlet-1/A-1`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://app.foodrazor.com'])
})
