import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aBill, apiClient, bill } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

const item = (bId: string, over: object = {}) => ({
  bId,
  operation: 'create',
  Bill: aBill(client.company, client.vendorId, { DocNumber: bId, ...over }),
})
const batch = (items: unknown[], query = '') =>
  client.call('POST', `/batch${query}`, { BatchItemRequest: items })

describe('a batch', () => {
  it('does each item by itself: one that is refused leaves the others be', async () => {
    const { status, body } = await batch([
      item('a'),
      item('b', { VendorRef: { value: '999' } }),
      { bId: 'c', Query: 'select count(*) from Bill' },
      { bId: 'd', operation: 'create', Nonsense: {} },
    ])
    const [a, b, c, d] = found(body.BatchItemResponse)
    expect([status, a?.bId, a?.Bill?.DocNumber]).toEqual([200, 'a', 'a'])
    expect([b?.bId, b?.Fault?.Error[0]?.code, b?.Fault?.type]).toEqual(['b', '2500', 'ValidationFault'])
    expect(c?.QueryResponse?.totalCount).toBe(1)
    expect(d?.Fault?.Error[0]?.code).toBe('500')
    expect(client.company.transactions).toHaveLength(1)
  })

  it('updates and deletes', async () => {
    const [one, other] = [bill(await client.enter()), bill(await client.enter({ DocNumber: '2' }))]
    const { body } = await batch([
      { bId: 'u', operation: 'update', Bill: { ...one, DocNumber: '3' } },
      { bId: 'd', operation: 'delete', Bill: { Id: other.Id, SyncToken: '0' } },
    ])
    expect(body.BatchItemResponse?.map(({ Bill }) => Bill?.DocNumber ?? Bill?.status)).toEqual([
      '3',
      'Deleted',
    ])
  })

  it('may be answered in another order', async () => {
    await sandbox.control('PATCH', '/settings', { batchOrder: 'reversed' })
    const { body } = await batch([item('a'), item('b')])
    expect(body.BatchItemResponse?.map(one => one.bId)).toEqual(['b', 'a'])
  })

  it('has a requestid of its own', async () => {
    const [one, other] = [await batch([item('a')], '?requestid=q'), await batch([item('b')], '?requestid=q')]
    expect([one.text === other.text, client.company.transactions.length]).toEqual([true, 1])
    const long = await batch([item('c')], `?requestid=${'x'.repeat(37)}`)
    expect(refusal(long.body)).toMatch(/^2050 .*Max:36/)
  })

  it.each<[sentence: string, items: () => unknown[]]>([
    ['31 items', () => Array.from({ length: 31 }, (_, index) => item(`b${index}`))],
    ['no items', () => []],
    ['two items of one bId', () => [item('a'), item('a')]],
    ['a bId of eleven characters', () => [item('x'.repeat(11))]],
  ])('is refused whole with %s', async (_, items) => {
    const answer = await batch(items())
    expect([answer.status, client.company.transactions.length]).toEqual([400, 0])
  })
})

describe('what changed since', () => {
  const since = async (moment: string, entities = 'Bill,Vendor,Account') => {
    const path = `/cdc?entities=${entities}&changedSince=${encodeURIComponent(moment)}`
    return client.call('GET', path)
  }

  it('lists what was changed and what was deleted, by entity', async () => {
    const [kept, gone] = [bill(await client.enter()), bill(await client.enter({ DocNumber: '2' }))]
    sandbox.clock.forward(10)
    const before = sandbox.clock.now.toISOString()
    await client.call('POST', '/bill', { ...kept, PrivateNote: 'x' })
    await client.call('POST', '/bill?operation=delete', { Id: gone.Id, SyncToken: '0' })
    await sandbox.control('PATCH', `/companies/${client.company.realmId}/vendors/2`, { active: false })
    const { body } = await since(before)
    const [bills, vendors, accounts] = found(body.CDCResponse?.[0]?.QueryResponse)
    expect(bills?.Bill).toMatchObject([
      { Id: kept.Id, SyncToken: '1', PrivateNote: 'x' },
      { Id: gone.Id, status: 'Deleted' },
    ])
    expect(bills).toMatchObject({ startPosition: 1, maxResults: 2 })
    expect(vendors?.Vendor).toMatchObject([{ Id: '2', Active: false }])
    expect(accounts?.Account).toEqual([])
  })

  it('shows a payment on the bill that it paid', async () => {
    const { Id } = bill(await client.enter())
    sandbox.clock.forward(10)
    const before = sandbox.clock.now.toISOString()
    await sandbox.control('PATCH', `/companies/${client.company.realmId}/bills/${Id}`, { status: 'PAID' })
    const { body } = await since(before, 'Bill')
    expect(body.CDCResponse?.[0]?.QueryResponse?.[0]?.Bill).toMatchObject([{ Id, Balance: 0 }])
  })

  it.each([
    ['31 days back', '2026-02-07T09:00:00Z', 'Bill'],
    ['no moment', 'yesterday', 'Bill'],
    ['no entities', '2026-03-10T09:00:00Z', ''],
    ['unknown entities', '2026-03-10T09:00:00Z', 'Nonsense'],
  ])('is refused with %s', async (_, moment, entities) => {
    expect((await since(moment, entities)).status).toBe(400)
  })
})
