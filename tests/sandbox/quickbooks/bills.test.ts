import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aBill, aLine, apiClient, bill } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

describe('a bill', () => {
  it('posts at once and is open for all of its total', async () => {
    const answer = await client.enter()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('intuit_tid')).toMatch(/^1-/)
    expect(bill(answer)).toMatchObject({
      domain: 'QBO',
      sparse: false,
      SyncToken: '0',
      DocNumber: '1001',
      TxnDate: '2026-03-01',
      DueDate: '2026-03-31',
      CurrencyRef: { value: 'SGD', name: 'Singapore Dollar' },
      VendorRef: { value: client.vendorId, name: 'Green Acre Produce' },
      GlobalTaxCalculation: 'TaxExcluded',
      TotalAmt: 10.9,
      Balance: 10.9,
      LinkedTxn: [],
      MetaData: { CreateTime: '2026-03-10T01:00:00-08:00' },
      TxnTaxDetail: { TotalTax: 0.9 },
    })
    expect(bill(answer).Line?.[0]).toMatchObject({ Id: '1', LineNum: 1, Amount: 10 })
    expect(bill(answer).APAccountRef?.name).toBe('Accounts Payable (A/P)')
  })

  it('is read as it was written', async () => {
    const created = bill(await client.enter())
    expect(bill(await client.call('GET', `/bill/${created.Id}`))).toEqual(created)
  })

  it('is dated by the ledger’s own clock where it has no date', async () => {
    sandbox.clock.now = new Date('2026-03-10T07:59:00Z')
    expect(bill(await client.enter({ TxnDate: undefined })).TxnDate).toBe('2026-03-09')
  })

  it('is due as its terms say', async () => {
    const net30 = found(client.company.terms.find(one => one.name === 'Net 30'))
    const answer = await client.enter({ DueDate: undefined, SalesTermRef: { value: net30.id } })
    expect(bill(answer).DueDate).toBe('2026-03-31')
  })

  it('loses on a full update what the update leaves out', async () => {
    const created = bill(await client.enter({ PrivateNote: 'From Romaine' }))
    const updated = await client.enter({ Id: created.Id, SyncToken: '0', DocNumber: undefined })
    expect(bill(updated)).toMatchObject({ Id: created.Id, SyncToken: '1' })
    expect([bill(updated).PrivateNote, bill(updated).DocNumber]).toEqual([undefined, undefined])
  })

  it('keeps on a sparse update what the update leaves out', async () => {
    const created = bill(await client.enter({ PrivateNote: 'From Romaine' }))
    const sparse = { Id: created.Id, SyncToken: '0', sparse: true, DocNumber: '1002' }
    const updated = bill(await client.call('POST', '/bill', sparse))
    expect(updated).toMatchObject({ DocNumber: '1002', PrivateNote: 'From Romaine', TotalAmt: 10.9 })
  })

  it('takes back what was read, computed properties and all', async () => {
    const created = bill(await client.enter())
    const again = bill(await client.call('POST', '/bill', created))
    expect(again).toMatchObject({ ...created, SyncToken: '1' })
  })

  it('keeps the ids of lines that an update names, and never uses one twice', async () => {
    const two = { Line: [aLine(client.company), aLine(client.company)] }
    const created = bill(await client.enter(two))
    const second = found(created.Line?.[1])
    const Line = [second, aLine(client.company)]
    const updated = bill(await client.enter({ Id: created.Id, SyncToken: '0', Line }))
    expect(updated.Line?.map(line => line.Id)).toEqual(['2', '3'])
  })

  it('is refused where it was changed meanwhile', async () => {
    const created = bill(await client.enter())
    await client.enter({ Id: created.Id, SyncToken: '0' })
    const late = await client.enter({ Id: created.Id, SyncToken: '0' })
    expect([late.status, refusal(late.body)]).toEqual([
      400,
      expect.stringMatching(/^5010 Stale Object Error : You and .+ were working on this at the same time/),
    ])
  })

  it('is changed only by who says from which state', async () => {
    const { Id } = bill(await client.enter())
    const { body } = await client.enter({ Id })
    expect(refusal(body)).toBe('2020 Required parameter SyncToken is missing in the request')
  })

  it('can be deleted, and is not found afterwards', async () => {
    const created = bill(await client.enter())
    const deleted = await client.call('POST', '/bill?operation=delete', { Id: created.Id, SyncToken: '0' })
    expect(deleted.body.Bill).toEqual({ domain: 'QBO', status: 'Deleted', Id: created.Id })
    const gone = await client.call('GET', `/bill/${created.Id}`)
    expect([gone.status, refusal(gone.body)]).toEqual([400, expect.stringContaining('610 Object Not Found')])
  })
})

describe('a vendor credit', () => {
  it('lives as a bill does, under its own name', async () => {
    const body = aBill(client.company, client.vendorId, { DueDate: undefined })
    const created = await client.call('POST', '/vendorcredit', body)
    expect(created.body.VendorCredit).toMatchObject({ TotalAmt: 10.9, Balance: 10.9, DocNumber: '1001' })
    expect(created.body.VendorCredit?.DueDate).toBeUndefined()
    const id = created.body.VendorCredit?.Id
    expect((await client.call('GET', `/bill/${id}`)).status).toBe(400)
    expect((await client.call('GET', `/vendorcredit/${id}`)).body.VendorCredit?.Id).toBe(id)
  })

  it('may bear the number of a bill', async () => {
    await client.enter()
    const body = aBill(client.company, client.vendorId, { DueDate: undefined })
    expect((await client.call('POST', '/vendorcredit', body)).status).toBe(200)
  })
})

describe('the same requestid', () => {
  const id = 'order-7/attempt'
  const send = (over: object = {}, requestid = id) =>
    client.call('POST', `/bill?requestid=${requestid}`, aBill(client.company, client.vendorId, { ...over }))

  it('gives the original answer again and enters nothing twice', async () => {
    const first = await send()
    sandbox.clock.forward(59)
    const second = await send({ DocNumber: '2002' })
    expect(second.text).toBe(first.text)
    expect(client.company.transactions).toHaveLength(1)
  })

  it('gives a refusal again too', async () => {
    const first = await send({ VendorRef: { value: '999' } })
    const second = await send()
    expect([second.status, second.text]).toEqual([400, first.text])
  })

  it('gives one answer to two that come at once', async () => {
    const [one, other] = await Promise.all([send(), send()])
    expect([one.text === other.text, client.company.transactions.length]).toEqual([true, 1])
  })

  it('counts for one company alone', async () => {
    await send()
    const other = await apiClient(sandbox, 'Bayside')
    const body = aBill(other.company, other.vendorId)
    expect((await other.call('POST', `/bill?requestid=${id}`, body)).status).toBe(200)
    expect(other.company.transactions).toHaveLength(1)
  })

  it('is refused where it is longer than 50 characters', async () => {
    expect(refusal((await send({}, 'x'.repeat(51))).body)).toMatch(/^2050 .*Max:50/)
  })
})
