import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ExportProgress } from '#lib/api/exports.ts'
import { aBillToPost, anExportRequest } from '#tests/builders/export-request.ts'
import { type SignedInServer, signedInServer } from './signed-in-server.ts'

let at: SignedInServer
beforeAll(async () => {
  at = await signedInServer()
  await at.sandbox.control('PATCH', '/limits', { minute: 10_000 })
}, 60_000)
afterAll(() => at?.close())

const request = (number: string, over = {}) => anExportRequest(at.connection, number, over)
/** Another invoice, which says the same. */
const again = (number: string, over = {}) =>
  request(number, {
    key: `${number} again ${JSON.stringify(over).length}`,
    invoiceId: `${number}-again`,
    ...over,
  })

/** A person enters a bill of 10.90, or of another total, of this contact. */
async function enter(number: string, { price = 5, contact = 'Green Acre Produce', kind = 'bill' } = {}) {
  const lines = [
    { Description: 'Romaine', Quantity: 2, UnitAmount: price, AccountCode: '310', TaxType: 'INPUTY24' },
  ]
  const bill = {
    Type: kind === 'bill' ? 'ACCPAY' : 'ACCPAYCREDIT',
    Status: 'DRAFT',
    ...(kind === 'bill' ? { InvoiceNumber: number } : { CreditNoteNumber: number }),
    Contact: { Name: contact },
    LineItems: lines,
  }
  const answer = await at.sandbox.control('POST', `/organisations/${at.tenant}/bills`, {
    by: 'A person',
    bill,
    ...(kind === 'bill' ? {} : { kind: 'credit-note' }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function ended(...invoices: string[]): Promise<ExportProgress[]> {
  return at.settled(invoices)
}

function alikeOf(progress: ExportProgress | undefined) {
  if (progress?.state !== 'refused') throw new Error(`It is ${progress?.state}`)
  return progress.failure.alike ?? []
}

it('makes one bill of two invoices alike in one batch, and asks about the second', async () => {
  await at.send([request('A-1'), again('A-1')])
  const [first, second] = await ended('A-1', 'A-1-again')
  expect(first).toMatchObject({ state: 'posted', linked: false })
  expect(second).toMatchObject({
    state: 'refused',
    failure: { code: 'likely-duplicate', raw: expect.stringContaining('Bill in the ledger, draft: A-1') },
    bill: null,
    billContent: null,
  })
  expect(alikeOf(second)).toMatchObject([
    { number: 'A-1', total: '10.90', contact: { name: 'Green Acre Produce' } },
  ])
  expect(await at.bills('A-1')).toHaveLength(1)
})

it('asks about the second of two that share number and supplier and differ in total', async () => {
  await at.send([request('B-1'), again('B-1', { bill: aBillToPost('B-1', { price: '6.00' }) })])
  const [first, second] = await ended('B-1', 'B-1-again')
  expect(first).toMatchObject({ state: 'posted' })
  expect(alikeOf(second)).toMatchObject([{ total: '10.90' }])
  expect(await at.bills('B-1')).toHaveLength(1)
})

it('asks about a bill that a person entered with another total, or for another contact', async () => {
  await enter('C-1', { price: 6 })
  await enter('C-2', { contact: 'Blue Pier Fish' })
  await at.send([request('C-1'), request('C-2')])
  const [total, contact] = await ended('C-1', 'C-2')
  expect(alikeOf(total)).toMatchObject([{ number: 'C-1', total: '13.08' }])
  expect(alikeOf(contact)).toMatchObject([{ number: 'C-2', contact: { name: 'Blue Pier Fish' } }])
  expect(await at.bills('C-1')).toHaveLength(1)
  expect(await at.bills('C-2')).toHaveLength(1)
})

it('asks about a bill that was linked to another invoice before', async () => {
  await enter('D-1')
  await at.send([request('D-1')])
  expect(await ended('D-1')).toMatchObject([{ state: 'posted', linked: true }])
  await at.send([again('D-1')])
  expect(alikeOf((await ended('D-1-again'))[0])).toMatchObject([{ number: 'D-1' }])
})

it('asks about credit notes too, which bear no link', async () => {
  const credit = { bill: aBillToPost('E-1', { kind: 'credit' }) }
  await at.send([request('E-1', credit)])
  expect(await ended('E-1')).toMatchObject([{ state: 'posted' }])
  await at.send([again('E-1', credit)])
  expect(alikeOf((await ended('E-1-again'))[0])).toMatchObject([{ kind: 'credit', number: 'E-1' }])
})

it('takes an invoice and the credit note under its number for two', async () => {
  await at.send([request('F-1'), again('F-1', { bill: aBillToPost('F-1', { kind: 'credit' }) })])
  expect(await ended('F-1', 'F-1-again')).toMatchObject([{ state: 'posted' }, { state: 'posted' }])
})

it('makes a bill of its own once a person said that the other is another', async () => {
  await enter('G-1', { price: 6 })
  await at.send([request('G-1')])
  const despite = alikeOf((await ended('G-1'))[0]).map(({ id }) => id)
  await at.send([request('G-1', { key: 'despite', operation: { kind: 'create', despite } })])
  await expect.poll(async () => (await ended('G-1')).map(({ state }) => state)).toEqual(['posted'])
  expect((await at.bills('G-1')).map(({ total }) => total).sort()).toEqual(['10.90', '13.08'])
})

it('links the bill that a person chose, as it stands, and says what differs', async () => {
  await enter('H-1', { price: 6 })
  await at.send([request('H-1')])
  const [bill] = alikeOf((await ended('H-1'))[0])
  const { content } = aBillToPost('H-1')
  await at.send([request('H-1', { key: 'link', operation: { kind: 'link', billId: bill?.id } })])
  await expect
    .poll(async () => (await ended('H-1'))[0])
    .toMatchObject({
      state: 'posted',
      linked: true,
      accepted: content,
      bill: { id: bill?.id, total: '13.08' },
    })
  expect(await at.bills('H-1')).toMatchObject([{ total: '13.08' }])
})

it('links nothing that is gone meanwhile', async () => {
  await enter('I-1', { price: 6 })
  await at.send([request('I-1')])
  const [bill] = alikeOf((await ended('I-1'))[0])
  await at.sandbox.control('PATCH', `/organisations/${at.tenant}/bills/${bill?.id}`, { status: 'DELETED' })
  await at.send([request('I-1', { key: 'link gone', operation: { kind: 'link', billId: bill?.id } })])
  await expect
    .poll(async () => (await ended('I-1'))[0])
    .toMatchObject({ state: 'refused', failure: { code: 'bill-to-link-gone', billState: 'deleted' } })
})

it('links one bill to one invoice when an outlet is switched over', async () => {
  await enter('J-1')
  const { content } = aBillToPost('J-1')
  const invoice = (invoiceId: string) => ({
    invoiceId,
    billId: null,
    kind: 'bill',
    number: 'J-1',
    contact: { id: null, name: 'Green Acre Produce' },
    total: '10.90',
    currency: 'SGD',
    content,
  })
  const link = (invoices: object[]) =>
    at.call('POST', '/v1/bills/link', { connectionId: at.connection, outletId: 'outlet-1', invoices })
  expect(await link([invoice('J-1'), invoice('J-1-again')])).toMatchObject({
    items: [{ bill: { number: 'J-1' } }, { bill: null }],
  })
  expect(await link([invoice('J-1-again')])).toMatchObject({ items: [{ bill: null }] })
  expect(await link([invoice('J-1')])).toMatchObject({ items: [{ bill: { number: 'J-1' } }] })
})
