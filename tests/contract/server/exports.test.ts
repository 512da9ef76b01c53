import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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
const fault = (match: object, fault: object, times = 1) =>
  at.sandbox.control('POST', '/faults', { match, times, fault })
const creates = { method: 'PUT', path: '/Invoices$' }

async function posted(number: string) {
  await at.send([request(number)])
  const [progress] = await at.settled([number])
  if (progress?.state !== 'posted') throw new Error(`${number} is ${progress?.state}`)
  return progress.bill
}

it('exports each invoice once, as a draft of equal total, though asked twice', async () => {
  const batch = [request('A-1'), request('A-2')]
  const first = await at.send(batch)
  const second = await at.send(batch)
  expect(second).toEqual(first)
  expect(await at.settled(['A-1', 'A-2'])).toMatchObject([
    { state: 'posted', linked: false, bill: { state: 'draft', total: '10.90' } },
    { state: 'posted', linked: false },
  ])
  expect(await at.bills('A-1')).toHaveLength(1)
})

it('posts forty-nine of fifty when one is refused', async () => {
  const numbers = Array.from({ length: 50 }, (_, index) => `B-${index}`)
  const bad = aBillToPost('B-7')
  const lines = bad.lines.map(line => ({ ...line, account: 'no such account' }))
  await at.send(numbers.map(number => request(number, number === 'B-7' ? { bill: { ...bad, lines } } : {})))
  const progress = await at.settled(numbers)
  expect(progress.filter(({ state }) => state === 'posted')).toHaveLength(49)
  expect(progress[7]).toMatchObject({ state: 'refused', failure: { code: 'account-not-valid' } })
})

it('tells which item is not understood, and takes the others', async () => {
  const { items } = await at.send([
    request('C-1'),
    { ...request('C-2'), bill: { ...aBillToPost('C-2'), total: 'ten' } },
  ])
  expect(items[0]).toHaveProperty('id')
  expect(items[1]).toMatchObject({
    problem: { code: 'not-understood', fields: ['bill.total: an amount such as 1234.50'] },
  })
  await at.settled(['C-1'])
})

it('exports once although the answer was dropped after the ledger had committed', async () => {
  await fault(creates, { kind: 'drop-after-commit' })
  await at.send([request('D-1'), request('D-2')])
  expect(await at.settled(['D-1', 'D-2'])).toMatchObject([{ state: 'posted' }, { state: 'posted' }])
  expect([await at.bills('D-1'), await at.bills('D-2')].map(bills => bills.length)).toEqual([1, 1])
})

it('goes on by itself after the ledger answered 503', async () => {
  await fault(creates, { kind: 'status', status: 503, body: '<html>Unavailable</html>' })
  await at.send([request('E-1')])
  expect(await at.settled(['E-1'])).toMatchObject([{ state: 'posted' }])
})

it('waits as long as the ledger asks, then goes on', async () => {
  const headers = { 'Retry-After': '1', 'X-Rate-Limit-Problem': 'minute' }
  await fault(creates, { kind: 'status', status: 429, headers })
  await at.send([request('F-1')])
  expect(await at.settled(['F-1'])).toMatchObject([{ state: 'posted' }])
})

it('links a bill that stands already rather than make a second one', async () => {
  const wire = {
    Type: 'ACCPAY',
    Status: 'DRAFT',
    InvoiceNumber: 'G-1',
    Contact: { Name: 'Green Acre Produce' },
    LineItems: [
      { Description: 'Romaine', Quantity: 2, UnitAmount: 5, AccountCode: '310', TaxType: 'INPUTY24' },
    ],
  }
  await at.sandbox.control('POST', `/organisations/${at.tenant}/bills`, { by: 'A person', bill: wire })
  await at.send([request('G-1')])
  expect(await at.settled(['G-1'])).toMatchObject([{ state: 'posted', linked: true }])
  expect(await at.bills('G-1')).toHaveLength(1)
})

it('updates the same bill while it is a draft', async () => {
  const { id } = await posted('I-1')
  const bill = aBillToPost('I-1', { price: '6.00' })
  await at.send([request('I-1', { bill, operation: { kind: 'update', billId: id, submittedToo: false } })])
  expect((await at.settled(['I-1']))[0]).toMatchObject({ state: 'posted', bill: { id, total: '13.08' } })
  expect(await at.bills('I-1')).toMatchObject([{ total: '13.08' }])
})

it.each([
  ['AUTHORISED', 'approved'],
  ['SUBMITTED', 'submitted'],
  ['DELETED', 'deleted'],
])('leaves a bill alone that is %s, and says what it is', async (status, billState) => {
  const { id } = await posted(`J-${status}`)
  await at.sandbox.control('PATCH', `/organisations/${at.tenant}/bills/${id}`, { status })
  const bill = aBillToPost(`J-${status}`, { price: '7.00' })
  await at.send([
    request(`J-${status}`, { bill, operation: { kind: 'update', billId: id, submittedToo: false } }),
  ])
  expect((await at.settled([`J-${status}`]))[0]).toMatchObject({
    state: 'refused',
    failure: { code: 'invalid-modification', billState },
  })
  expect(await at.bills(`J-${status}`)).toMatchObject([{ status, total: '10.90' }])
})

it('takes a submitted bill back to a draft once a person agreed', async () => {
  const { id } = await posted('K-1')
  await at.sandbox.control('PATCH', `/organisations/${at.tenant}/bills/${id}`, { status: 'SUBMITTED' })
  const bill = aBillToPost('K-1', { price: '8.00' })
  await at.send([request('K-1', { bill, operation: { kind: 'update', billId: id, submittedToo: true } })])
  expect((await at.settled(['K-1']))[0]).toMatchObject({
    state: 'posted',
    bill: { state: 'draft', total: '17.44' },
  })
})

it('posts a credit note as a supplier credit, once', async () => {
  const credit = request('L-1', { bill: aBillToPost('L-1', { kind: 'credit' }) })
  await fault({ method: 'PUT', path: '/CreditNotes$' }, { kind: 'drop-after-commit' })
  await at.send([credit])
  expect(await at.settled(['L-1'])).toMatchObject([
    { state: 'posted', bill: { kind: 'credit', total: '10.90' } },
  ])
  const standing = await at.sandbox.control(
    'GET',
    `/organisations/${at.tenant}/bills?kind=credit-note&number=L-1`,
  )
  expect(((await standing.json()) as { bills: unknown[] }).bills).toHaveLength(1)
})

it('stops where the ledger comes to another total, and shows both', async () => {
  const bill = { ...aBillToPost('M-1'), total: '11.00' }
  await at.send([request('M-1', { bill })])
  expect(await at.settled(['M-1'])).toMatchObject([
    { state: 'refused', failure: { code: 'totals-differ', raw: 'Invoice: 11.00. Bill in Xero: 10.90.' } },
  ])
})

it('opens a refused export again under its own key', async () => {
  const lines = aBillToPost('N-1').lines.map(line => ({ ...line, account: 'no such account' }))
  await at.send([request('N-1', { bill: { ...aBillToPost('N-1'), lines } })])
  expect(await at.settled(['N-1'])).toMatchObject([{ state: 'refused' }])
  await at.send([request('N-1')])
  expect(await at.settled(['N-1'])).toMatchObject([{ state: 'posted' }])
})

it('keeps what was posted over a restart, and sends nothing twice', async () => {
  await posted('O-1')
  await at.restart()
  await at.send([request('O-1')])
  expect(await at.settled(['O-1'])).toMatchObject([{ state: 'posted', linked: false }])
  expect(await at.bills('O-1')).toHaveLength(1)
})

it('makes a call for each fifty bills, and as many for all else as for one', async () => {
  const calls = async () => {
    const state = (await (await at.sandbox.control('GET', '/state')).json()) as { calls: { total: number } }
    return state.calls.total
  }
  const cost = async (prefix: string, count: number) => {
    const before = await calls()
    const numbers = Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
    for (let start = 0; start < count; start += 100) {
      await at.send(numbers.slice(start, start + 100).map(number => request(number)))
    }
    await at.settled(numbers)
    return (await calls()) - before
  }
  const forOne = await cost('P', 1)
  // The second and third hundred arrive while the first is looked up: at most a look-up more for each.
  expect(await cost('Q', 300)).toBeLessThanOrEqual(forOne + 300 / 50 + 3)
})

it('links the bill that the page names although it was edited since, and says that it differs', async () => {
  const { id } = await posted('R-1')
  const { content } = aBillToPost('R-1', { price: '9.00' })
  const invoice = {
    kind: 'bill',
    number: 'R-1',
    contact: { id: null, name: 'Green Acre Produce' },
    currency: 'SGD',
  }
  const link = (invoiceId: string, total: string, billId: string | null) =>
    at.call('POST', '/v1/bills/link', {
      connectionId: at.connection,
      outletId: 'outlet-1',
      invoices: [{ ...invoice, invoiceId, total, billId, content }],
    })
  expect(await link('R-1-named', '19.62', id)).toMatchObject({ items: [{ bill: { id, total: '10.90' } }] })
  expect(await link('R-1-unnamed', '19.62', null)).toMatchObject({ items: [{ bill: null }] })
  // Alike, but another invoice's already.
  expect(await link('R-1-alike', '10.90', null)).toMatchObject({ items: [{ bill: null }] })
  const { items } = ExportsPage.parse(await at.call('GET', '/v1/exports?after=0'))
  expect(items.find(({ invoiceId }) => invoiceId === 'R-1-named')?.content).not.toBe(content)
})
