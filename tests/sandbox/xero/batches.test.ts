import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient, aLine } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { messages } from './wire.ts'

let sandbox: RunningSandbox
let client: AccountingClient
beforeEach(async () => {
  sandbox = await runSandbox({ limits: { minute: 1000 } })
  client = await accountingClient(sandbox)
})
afterEach(() => sandbox.close())

const bill = (InvoiceNumber: string, over = {}) => aBill(client.contactId, { InvoiceNumber, ...over })
const broken = (InvoiceNumber: string) =>
  bill(InvoiceNumber, { LineItems: [aLine({ AccountCode: '999' })], Url: 'https://app.example/2' })
const numbers = () => client.organisation.documents.map(document => document.number)

describe('a batch with one invalid bill', () => {
  it('answers 200 with the fate of each when asked not to summarise', async () => {
    const { status, body } = await client.call('PUT', '/Invoices?summarizeErrors=false', {
      Invoices: [bill('1'), broken('2'), bill('3')],
    })
    expect(status).toBe(200)
    expect(body.Invoices.map(one => [one.InvoiceNumber, one.StatusAttributeString])).toEqual([
      ['1', 'OK'],
      ['2', 'ERROR'],
      ['3', 'OK'],
    ])
    expect(body.Invoices[1]).toMatchObject({ Url: 'https://app.example/2' })
  })

  it('answers 400 with the invalid one alone by default, and enters the others all the same', async () => {
    const { status, body } = await client.call('PUT', '/Invoices', {
      Invoices: [bill('1'), broken('2'), bill('3')],
    })
    expect([status, body.Type, body.Elements.length]).toEqual([400, 'ValidationException', 1])
    expect(messages(body.Elements[0])).toEqual(["Account code '999' is not a valid code for this document."])
    expect(numbers()).toEqual(['1', '3'])
  })

  it('answers in another order where the sandbox is told to', async () => {
    await sandbox.control('PATCH', '/settings', { answerOrder: 'reversed' })
    const { body } = await client.call('PUT', '/Invoices', { Invoices: [bill('1'), bill('2')] })
    expect(body.Invoices.map(one => one.InvoiceNumber)).toEqual(['2', '1'])
  })
})

describe('PUT and POST', () => {
  it('PUT makes a new bill each time', async () => {
    for (const _ of [1, 2]) await client.call('PUT', '/Invoices', { Invoices: [bill('1001')] })
    expect(numbers()).toEqual(['1001', '1001'])
  })

  it('POST without an id overwrites the bill of that number, whoever the supplier is', async () => {
    await client.call('PUT', '/Invoices', { Invoices: [bill('1001')] })
    const other = bill('1001', { Contact: { Name: 'Somebody else' } })
    const { body } = await client.call('POST', '/Invoices', { Invoices: [other] })
    expect(numbers()).toEqual(['1001'])
    expect(body.Invoices[0]?.Contact?.Name).toBe('Somebody else')
  })

  it('POST with a new number makes a new bill', async () => {
    await client.call('POST', '/Invoices', { Invoices: [bill('1'), bill('2')] })
    expect(numbers()).toEqual(['1', '2'])
  })

  it('an id that nothing has fails the whole request with a bare text', async () => {
    const InvoiceID = '11111111-1111-4111-8111-111111111111'
    const answer = await client.call('POST', '/Invoices?summarizeErrors=false', {
      Invoices: [bill('1'), { InvoiceID, Status: 'DRAFT' }],
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html'])
    expect(numbers()).toEqual([])
    expect((await client.call('GET', `/Invoices/${InvoiceID}`)).status).toBe(404)
  })

  it('a body that is no JSON, or of the wrong types, is refused as a whole', async () => {
    const refusals = [
      await client.call('PUT', '/Invoices', '{"Invoices": ['),
      await client.call('PUT', '/Invoices', { Invoices: [bill('1', { Date: 'yesterday' })] }),
    ]
    expect(refusals.map(answer => [answer.status, answer.body.Type])).toEqual([
      [400, 'PostDataInvalidException'],
      [400, 'PostDataInvalidException'],
    ])
  })

  it('totals that an app sends are ignored, and the unit amount keeps what unitdp asks for', async () => {
    const line = aLine({ Quantity: 100, UnitAmount: 1.2345 })
    const sent = bill('1', { Total: 1, LineItems: [line] })
    const [two, four] = [
      await client.call('PUT', '/Invoices', { Invoices: [sent] }),
      await client.call('PUT', '/Invoices?unitdp=4', { Invoices: [sent] }),
    ]
    expect(two.body.Invoices[0]).toMatchObject({ SubTotal: 123, TotalTax: 11.07, Total: 134.07 })
    expect(four.body.Invoices[0]).toMatchObject({ SubTotal: 123.45, TotalTax: 11.11, Total: 134.56 })
    const id = found(four.body.Invoices[0]?.InvoiceID)
    const unit = async (query: string) =>
      (await client.call('GET', `/Invoices/${id}${query}`)).body.Invoices[0]?.LineItems?.[0]?.UnitAmount
    expect([await unit(''), await unit('?unitdp=4')]).toEqual([1.23, 1.2345])
  })
})

describe('credit notes', () => {
  it('live by the same rules on an endpoint of their own', async () => {
    const note = { ...bill('x'), Type: 'ACCPAYCREDIT', CreditNoteNumber: 'CN-1' }
    const { body } = await client.call('PUT', '/CreditNotes?summarizeErrors=false', { CreditNotes: [note] })
    expect(body.CreditNotes[0]).toMatchObject({
      CreditNoteNumber: 'CN-1',
      Total: 10.9,
      RemainingCredit: 10.9,
    })
    const listed = await client.call('GET', '/CreditNotes?where=CreditNoteNumber=="CN-1"&page=1')
    expect(listed.body.CreditNotes[0]?.LineItems).toHaveLength(1)
    expect((await client.call('GET', '/Invoices')).body.Invoices).toEqual([])
  })

  it('are not entered as bills, nor bills as credit notes', async () => {
    const wrong = await client.call('PUT', '/Invoices?summarizeErrors=false', {
      Invoices: [bill('1', { Type: 'ACCPAYCREDIT' })],
    })
    expect(messages(wrong.body.Invoices[0]).join()).toContain('Type must be ACCPAY')
  })
})
