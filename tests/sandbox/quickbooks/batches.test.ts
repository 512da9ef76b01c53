import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aBill, apiClient, bill } from './api-client.ts'
import { type RunningSandbox, runSandbox } from './running-sandbox.ts'

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

  it.each<[sentence: string, items: () => unknown[]]>([
    ['no items', () => []],
    ['two items of one bId', () => [item('a'), item('a')]],
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

  it.each([
    ['no moment', 'yesterday', 'Bill'],
    ['no entities', '2026-03-10T09:00:00Z', ''],
    ['unknown entities', '2026-03-10T09:00:00Z', 'Nonsense'],
  ])('is refused with %s', async (_, moment, entities) => {
    expect((await since(moment, entities)).status).toBe(400)
  })
})
