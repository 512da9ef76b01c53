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
  it('is read as it was written', async () => {
    const created = bill(await client.enter())
    expect(bill(await client.call('GET', `/bill/${created.Id}`))).toEqual(created)
  })

  it('is due as its terms say', async () => {
    const net30 = found(client.company.terms.find(one => one.name === 'Net 30'))
    const answer = await client.enter({ DueDate: undefined, SalesTermRef: { value: net30.id } })
    expect(bill(answer).DueDate).toBe('2026-03-31')
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

  it('can be deleted, and is not found afterwards', async () => {
    const created = bill(await client.enter())
    const deleted = await client.call('POST', '/bill?operation=delete', { Id: created.Id, SyncToken: '0' })
    expect(deleted.body.Bill).toEqual({ domain: 'QBO', status: 'Deleted', Id: created.Id })
    const gone = await client.call('GET', `/bill/${created.Id}`)
    expect([gone.status, refusal(gone.body)]).toEqual([400, expect.stringContaining('610 Object Not Found')])
  })
})

describe('a vendor credit', () => {
  it('may bear the number of a bill', async () => {
    await client.enter()
    const body = aBill(client.company, client.vendorId, { DueDate: undefined })
    expect((await client.call('POST', '/vendorcredit', body)).status).toBe(200)
  })
})

it('gives one answer to two that come at once with the same requestid', async () => {
  const send = () => client.call('POST', '/bill?requestid=r', aBill(client.company, client.vendorId))
  const [one, other] = await Promise.all([send(), send()])
  expect([one.text === other.text, client.company.transactions.length]).toEqual([true, 1])
})
