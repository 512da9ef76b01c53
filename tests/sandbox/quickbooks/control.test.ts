import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aBill, accountId, aLine, apiClient, bill } from './api-client.ts'
import { connected, tokenRequest } from './consent.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

const company = (path: string) => `/companies/${client.company.realmId}${path}`
const control = async (method: string, path: string, body?: unknown) => {
  const answer = await sandbox.control(method, path, body)
  return { status: answer.status, body: await answer.json() }
}

describe('a bill, as a person treats it', () => {
  let id: string
  beforeEach(async () => {
    id = bill(await client.enter()).Id
  })
  const change = (body: unknown) => control('PATCH', company(`/bills/${id}`), body)
  const read = async () => bill(await client.call('GET', `/bill/${id}`))

  it('paid, owes nothing and is linked to its payment', async () => {
    expect((await change({ status: 'PAID' })).body.bill).toMatchObject({
      status: 'PAID',
      paid: '10.90',
      due: '0.00',
    })
    const paid = await read()
    expect(paid).toMatchObject({ Balance: 0, TotalAmt: 10.9, SyncToken: '1' })
    const link = found(paid.LinkedTxn?.[0])
    expect(link.TxnType).toBe('BillPaymentCheck')
    const payment = await client.call('GET', `/billpayment/${link.TxnId}`)
    expect(payment.body.BillPayment).toMatchObject({
      TotalAmt: 10.9,
      Line: [{ LinkedTxn: [{ TxnId: id, TxnType: 'Bill' }] }],
    })
  })

  it('paid in part, owes the rest', async () => {
    expect((await change({ amount: '4.00' })).body.bill.status).toBe('PARTLY_PAID')
    expect((await read()).Balance).toBe(6.9)
    const tooMuch = await change({ amount: '7.00' })
    expect([tooMuch.status, tooMuch.body.error]).toEqual([
      409,
      expect.stringContaining('between 0.01 and 6.90'),
    ])
    expect((await change({ removePayments: true })).body.bill.status).toBe('OPEN')
  })

  it('paid, is neither deleted nor brought below what was paid', async () => {
    await change({ status: 'PAID' })
    const gone = await client.call('POST', '/bill?operation=delete', { Id: id, SyncToken: '1' })
    const less = { Id: id, SyncToken: '1', Line: [aLine(client.company, {}, { Amount: 5 })] }
    expect([refusal(gone.body), refusal((await client.enter(less)).body)]).toEqual([
      expect.stringContaining('6000'),
      expect.stringContaining('6000'),
    ])
  })

  it('voided, stays with nothing in it', async () => {
    expect((await change({ status: 'VOIDED' })).body.bill).toMatchObject({ status: 'VOIDED', total: '0.00' })
    expect(await read()).toMatchObject({ TotalAmt: 0, Balance: 0, PrivateNote: 'Voided', SyncToken: '1' })
  })

  it('deleted, is gone from the API and still told of here', async () => {
    await change({ status: 'DELETED' })
    expect((await client.call('GET', `/bill/${id}`)).status).toBe(400)
    expect((await control('GET', company('/bills?status=DELETED'))).body.bills).toHaveLength(1)
  })

  it('edited, has its tax computed anew', async () => {
    const accountNumber = accountId(client.company, '311')
    const edited = await change({
      number: '77',
      memo: 'checked',
      lines: [{ index: 0, amount: 20, accountId: accountNumber }],
    })
    expect(edited.body.bill).toMatchObject({
      number: '77',
      memo: 'checked',
      totalTax: '1.80',
      total: '21.80',
      lines: [{ accountCode: '311' }],
    })
    expect(edited.body.bill.history.at(-1)).toMatchObject({ what: 'Edited', by: 'Sandbox Owner' })
    const late = await client.enter({ Id: id, SyncToken: '0' })
    expect(refusal(late.body)).toContain('You and Sandbox Owner were working on this at the same time')
  })

  it('refused in the words of the ledger', async () => {
    await sandbox.control('POST', company('/close-date'), { date: '2026-03-31' })
    expect(await change({ number: '78' })).toMatchObject({ status: 409, body: { code: '6200' } })
    expect((await change({ colour: 'red' })).status).toBe(400)
  })
})

describe('what others do', () => {
  it('another app enters a bill', async () => {
    const body = aBill(client.company, client.vendorId)
    const seeded = await control('POST', company('/bills'), { by: 'Other app', bill: body })
    expect(seeded.body).toMatchObject({ billId: '1', bill: { createdBy: 'Other app', total: '10.90' } })
    expect((await fetch(seeded.body.url)).status).toBe(200)
    expect(refusal((await client.enter()).body)).toContain('TxnId=1')
    const listed = await control('GET', company('/bills?createdBy=Other%20app&number=1001&kind=bill'))
    expect(listed.body.bills).toHaveLength(1)
  })

  it('a vendor and an account are made inactive, and active again', async () => {
    const set = (active: boolean) =>
      Promise.all([
        control('PATCH', company(`/vendors/${client.vendorId}`), { active }),
        control('PATCH', company('/accounts/310'), { active }),
      ])
    await set(false)
    expect(refusal((await client.enter()).body)).toContain('610')
    const [vendor, account] = await set(true)
    expect([vendor.body.displayName, account.body.name]).toEqual([
      'Green Acre Produce',
      'Food purchases – vegetables & fruit',
    ])
    expect((await client.enter()).status).toBe(200)
  })

  it('nothing happens where nothing is', async () => {
    const answers = await Promise.all([
      control('PATCH', company('/accounts/nothing'), { active: false }),
      control('PATCH', company('/vendors/nothing'), { active: false }),
      control('GET', company('/bills/nothing')),
      control('POST', '/companies/1/close-date', { date: null }),
    ])
    expect(answers.map(answer => answer.status)).toEqual([400, 400, 400, 400])
  })
})

describe('the state', () => {
  it('counts calls by endpoint and company, and bills by state', async () => {
    const { Id } = bill(await client.enter())
    await client.call('GET', `/bill/${Id}`)
    const { body } = await control('GET', '/state')
    const { realmId } = client.company
    expect(body.calls.byEndpoint).toEqual([
      { realmId: null, endpoint: 'POST /oauth2/v1/tokens/bearer', calls: 1 },
      { realmId, endpoint: 'POST /bill', calls: 1 },
      { realmId, endpoint: 'GET /bill/{id}', calls: 1 },
    ])
    expect(body.companies[0]).toMatchObject({
      realmId,
      bills: 1,
      byStatus: { OPEN: 1 },
      calls: 2,
      connected: true,
    })
  })

  it('goes back to the seed on reset, with or without the connections', async () => {
    await client.enter()
    await sandbox.control('POST', '/reset', { keepConnections: true })
    const after = await apiClient(sandbox)
    expect(after.company.transactions).toHaveLength(0)
    expect((await client.query('select * from Bill')).status).toBe(200)
    await sandbox.control('POST', '/reset')
    expect((await client.query('select * from Bill')).status).toBe(401)
  })

  it('lets tokens expire at once, or ends the connections of one company', async () => {
    const { realmId } = client.company
    const { refresh_token } = await connected(sandbox, realmId)
    const refresh = () => tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })
    await sandbox.control('POST', '/expire-tokens')
    expect([(await client.query('select * from Term')).status, (await refresh()).status]).toEqual([401, 200])
    await sandbox.control('POST', '/revoke', { realmId: sandbox.company('Bayside').realmId })
    expect((await refresh()).status).toBe(200)
    await sandbox.control('POST', '/revoke', { realmId })
    expect((await refresh()).status).toBe(400)
  })
})
