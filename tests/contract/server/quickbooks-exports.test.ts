import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ExportProgress } from '#lib/api/exports.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { aBillToPost, anExportRequest } from '#tests/builders/export-request.ts'
import { found } from '#tests/sandbox/quickbooks/running-sandbox.ts'
import {
  connectionOf,
  connectQuickbooks,
  type QuickbooksServer,
  quickbooksServer,
} from './quickbooks-server.ts'

let at: QuickbooksServer
let connection: string
let realm: string
let taxCode: string
beforeAll(async () => {
  at = await quickbooksServer()
  const connected = connectionOf(await connectQuickbooks(at))
  connection = connected.id
  realm = connected.organisation.id
  const lists = LedgerLists.parse(await at.call('GET', `/v1/connections/${connection}/lists`))
  taxCode = found(lists.taxRates.find(({ rate, purchases }) => rate === '9' && purchases)).code
})
afterAll(() => at?.close())
beforeEach(() => at.quickbooks.control('DELETE', '/faults'))

function bill(number: string, over: Parameters<typeof aBillToPost>[1] = {}) {
  const given = aBillToPost(number, over)
  return { ...given, lines: given.lines.map(line => ({ ...line, taxCode })) }
}

const request = (number: string, over: Record<string, unknown> = {}) =>
  anExportRequest(connection, number, { bill: bill(number), ...over })

async function posted(number: string) {
  await at.send([request(number)])
  const [progress] = await at.settled([number])
  if (progress?.state !== 'posted') throw new Error(JSON.stringify(progress))
  return progress.bill
}

const change = (number: string, id: string, price: string, submittedToo: boolean) =>
  request(number, {
    bill: bill(number, { price }),
    operation: { kind: 'update', billId: id, submittedToo },
    key: `outlet-1:${number}:${price}:update-${submittedToo}`,
  })

async function changed(...given: Parameters<typeof change>): Promise<ExportProgress | undefined> {
  await at.send([change(...given)])
  return (await at.settled([given[0]]))[0]
}

const person = (id: string, body: object) =>
  at.quickbooks.control('PATCH', `/companies/${realm}/bills/${id}`, body)

const standing = async (number: string) => {
  const answer = await at.quickbooks.control('GET', `/companies/${realm}/bills?number=${number}`)
  return ((await answer.json()) as { bills: { total: string; memo: string; status: string }[] }).bills
}

it('posts a bill, open, with the way back and the way there', async () => {
  const { state, total, url } = await posted('A-1')
  expect([state, total]).toEqual(['open', '10.90'])
  expect((await standing('A-1'))[0]?.memo).toBe(
    'Exported by Clearcloud: http://localhost:4700/go/outlet-1/A-1',
  )
  expect(await (await fetch(url)).text()).toContain('A-1')
})

it('posts to Xero and to QuickBooks from one workspace', async () => {
  await at.send([request('B-1'), anExportRequest(at.connection, 'B-2')])
  const [quickbooks, xero] = await at.settled(['B-1', 'B-2'])
  expect([quickbooks, xero]).toMatchObject([
    { state: 'posted', bill: { state: 'open' } },
    { state: 'posted', bill: { state: 'draft' } },
  ])
})

it('changes an open bill only once a person agreed', async () => {
  const { id } = await posted('C-1')
  expect(await changed('C-1', id, '6.00', false)).toMatchObject({
    state: 'refused',
    failure: { code: 'asks-first', billState: 'open' },
    bill: { id, total: '10.90' },
  })
  expect(await standing('C-1')).toMatchObject([{ total: '10.90' }])
  expect(await changed('C-1', id, '6.00', true)).toMatchObject({
    state: 'posted',
    bill: { id, total: '13.08' },
  })
})

it('asks before it overwrites what a person made of its bill', async () => {
  const { id } = await posted('J-1')
  await person(id, { lines: [{ index: 0, amount: 8 }] })
  const again = request('J-1', { key: 'outlet-1:J-1:again:create-2' })
  await at.send([again])
  expect(await at.settled(['J-1'])).toMatchObject([
    { state: 'refused', failure: { code: 'asks-first' }, bill: { id, total: '8.72' }, billContent: null },
  ])
  expect(await changed('J-1', id, '5.00', true)).toMatchObject({
    state: 'posted',
    bill: { id, total: '10.90' },
  })
})

it.each([
  ['PAID', 'paid'],
  ['VOIDED', 'voided'],
  ['DELETED', 'missing'],
])('leaves a bill alone that is %s, and says what it is', async (status, billState) => {
  const number = `D-${status}`
  const { id } = await posted(number)
  await person(id, { status })
  expect(await changed(number, id, '7.00', true)).toMatchObject({
    state: 'refused',
    failure: { code: 'invalid-modification', billState },
  })
})

it.each([
  ['was lost', { kind: 'drop-after-commit' }],
  ['never reached QuickBooks', { kind: 'drop-before' }],
  ['was a 503', { kind: 'status', status: 503, body: '<html>Busy</html>' }],
])('makes one bill though the call %s', async (how, fault) => {
  const number = `E-${how.length}`
  await at.quickbooks.control('POST', '/faults', { match: { path: '/batch$' }, times: 1, fault })
  expect((await posted(number)).number).toBe(number)
  expect(await standing(number)).toHaveLength(1)
})

it('links a bill that a person entered', async () => {
  const { vendors, accounts } = at.quickbooks.company('Orchard')
  const detail = {
    AccountRef: { value: found(accounts.find(({ number }) => number === '310')).id },
    TaxCodeRef: { value: taxCode },
  }
  const line = {
    Amount: 10,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: detail,
  }
  const vendor = found(vendors.find(({ displayName }) => displayName === 'Green Acre Produce'))
  await at.quickbooks.control('POST', `/companies/${realm}/bills`, {
    bill: { DocNumber: 'F-1', TxnDate: '2026-11-19', VendorRef: { value: vendor.id }, Line: [line] },
  })
  await at.send([request('F-1')])
  expect(await at.settled(['F-1'])).toMatchObject([{ state: 'posted', linked: true }])
})

it('tells what QuickBooks refused, and goes on with the rest', async () => {
  const closed = (date: string | null) =>
    at.quickbooks.control('POST', `/companies/${realm}/close-date`, { date })
  await closed('2026-10-31')
  const early = request('G-1', { bill: { ...bill('G-1'), date: '2026-10-20' } })
  await at.send([early, request('G-2')])
  expect(await at.settled(['G-1', 'G-2'])).toMatchObject([
    { state: 'refused', failure: { code: 'books-closed', raw: expect.stringMatching(/^6210 /) } },
    { state: 'posted' },
  ])
  await closed(null)
  await at.send([early])
  expect(await at.settled(['G-1'])).toMatchObject([{ state: 'posted' }])
})

it('waits out a limit, and goes on by itself', async () => {
  const fault = { kind: 'status', status: 429, headers: { 'Retry-After': '6' } }
  await at.quickbooks.control('POST', '/faults', { match: { path: '/batch$' }, times: 1, fault })
  await at.send([request('H-1')])
  expect(await at.settled(['H-1'])).toMatchObject([{ state: 'waiting', why: 'rate-limit' }])
  await expect.poll(async () => (await standing('H-1')).length, { timeout: 20_000, interval: 500 }).toBe(1)
})

it('has a waiting line for people who are signed out of QuickBooks alone', async () => {
  await at.quickbooks.control('POST', '/revoke', { realmId: realm })
  await at.send([request('I-1'), anExportRequest(at.connection, 'I-2')])
  expect(await at.settled(['I-1', 'I-2'])).toMatchObject([
    { state: 'waiting', why: 'reconnect' },
    { state: 'posted' },
  ])
})
