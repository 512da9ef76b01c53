import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aBill, aLine } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

const View = z.looseObject({ id: z.string(), number: z.string(), status: z.string(), total: z.string() })
const Entered = z.object({ billId: z.string(), url: z.string(), bill: View })

let sandbox: RunningSandbox
let base: string
let contactId: string
beforeEach(async () => {
  sandbox = await runSandbox()
  const organisation = sandbox.organisation('Harbour')
  base = `/organisations/${organisation.tenantId}/bills`
  contactId = found(organisation.contacts[0]).contactId
})
afterEach(() => sandbox.close())

const enter = async (over: Record<string, unknown> = {}) => {
  const answer = await sandbox.control('POST', base, { by: 'Somebody', bill: aBill(contactId, over) })
  expect(answer.status).toBe(201)
  return Entered.parse(await answer.json())
}
const change = async (id: string, body: object) => {
  const answer = await sandbox.control('PATCH', `${base}/${id}`, body)
  return { status: answer.status, body: await answer.json() }
}
const list = async (query = '') =>
  z.object({ bills: z.array(View) }).parse(await (await sandbox.control('GET', `${base}${query}`)).json())
    .bills

describe('bills of another app', () => {
  it('are entered with a page of their own', async () => {
    const { billId, url, bill } = await enter()
    expect(url).toBe(`${sandbox.origin}/ledger${base.replace('/organisations', '')}/${billId}`)
    expect((await fetch(url)).status).toBe(200)
    expect(bill).toMatchObject({ number: '1001', status: 'DRAFT', total: '10.90', createdBy: 'Somebody' })
  })

  it('are updated by id, by the rules for an app', async () => {
    const { billId } = await enter()
    const updated = { by: 'Somebody', bill: { Status: 'DRAFT', LineItems: [aLine({ Quantity: 4 })] } }
    const answer = await sandbox.control('PUT', `${base}/${billId}`, updated)
    expect(Entered.parse(await answer.json()).bill.total).toBe('21.80')
    await change(billId, { status: 'AUTHORISED' })
    expect((await sandbox.control('PUT', `${base}/${billId}`, updated)).status).toBe(409)
  })

  it('are credit notes where their type says so', async () => {
    await enter({ Type: 'ACCPAYCREDIT', CreditNoteNumber: 'C1' })
    expect(await list('?kind=credit-note')).toMatchObject([{ number: 'C1' }])
  })

  it('are refused in the words of the ledger', async () => {
    const bill = aBill(contactId, { CurrencyCode: 'USD' })
    const answer = await sandbox.control('POST', base, { bill })
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { error: 'Organisation is not subscribed to currency USD' },
    ])
  })
})

describe('what a person does', () => {
  it('edits a draft and approves it in one go', async () => {
    const { billId } = await enter()
    const { body } = await change(billId, {
      by: 'A bookkeeper',
      number: '1001-B',
      date: '2026-03-02',
      lines: [{ index: 0, quantity: '3', unitAmount: '5.5' }],
      status: 'AUTHORISED',
    })
    expect(body.bill).toMatchObject({
      number: '1001-B',
      date: '2026-03-02',
      status: 'AUTHORISED',
      subTotal: '16.50',
      totalTax: '1.49',
      total: '17.99',
    })
    expect(body.bill.history.map((one: { changes: string }) => one.changes)).toEqual([
      'Created',
      'Edited',
      'Approved',
    ])
  })

  it('pays in part, then the rest', async () => {
    const { billId } = await enter({ Status: 'AUTHORISED' })
    const part = await change(billId, { amount: '4.90' })
    expect(part.body.bill).toMatchObject({ status: 'AUTHORISED', paid: '4.90', due: '6.00' })
    expect((await change(billId, { amount: '6.01' })).status).toBe(409)
    expect((await change(billId, { status: 'PAID' })).body.bill).toMatchObject({
      status: 'PAID',
      due: '0.00',
    })
  })

  it('cannot pay a draft, nor void a paid bill', async () => {
    const { billId } = await enter()
    expect((await change(billId, { status: 'PAID' })).status).toBe(409)
    await change(billId, { status: 'AUTHORISED' })
    await change(billId, { status: 'PAID' })
    expect((await change(billId, { status: 'VOIDED' })).status).toBe(409)
  })

  it('archives an account, which bills then cannot use', async () => {
    await sandbox.control('PATCH', `${base.replace('/bills', '')}/accounts/310`, { status: 'ARCHIVED' })
    const answer = await sandbox.control('POST', base, { bill: aBill(contactId) })
    expect((await answer.json()).error).toContain("Account code '310' has been archived")
  })
})

describe('a list of bills', () => {
  it('is filtered by status, maker and number', async () => {
    await enter()
    await enter({ InvoiceNumber: '2', Status: 'AUTHORISED' })
    expect((await list('?status=AUTHORISED')).map(bill => bill.number)).toEqual(['2'])
    expect(await list('?createdBy=Somebody&number=1001')).toHaveLength(1)
    expect(await list('?createdBy=Nobody')).toEqual([])
  })
})
