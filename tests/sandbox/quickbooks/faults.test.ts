import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aBill, apiClient } from './api-client.ts'
import { connected, tokenRequest } from './consent.ts'
import { type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

const send = (requestid = 'r') =>
  client.call('POST', `/bill?requestid=${requestid}`, aBill(client.company, client.vendorId))
const plan = (fault: object, match: object = {}, times = 1) =>
  sandbox.control('POST', '/faults', { match, times, fault })
const bills = () => client.company.transactions.length

describe('a planned fault', () => {
  it('drops the answer after the bill was entered, which its requestid gives again', async () => {
    await plan({ kind: 'drop-after-commit' }, { method: 'POST', path: '/bill$' })
    const dropped = await send().catch((error: unknown) => error)
    expect(dropped).toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
    expect(bills()).toBe(1)
    const repeated = await send()
    expect([repeated.status, repeated.body.Bill?.Id, bills()]).toEqual([200, '1', 1])
  })

  it('drops a request before anything was entered', async () => {
    await plan({ kind: 'drop-before' })
    await expect(send()).rejects.toThrow('fetch failed')
    expect(bills()).toBe(0)
    expect((await send()).status).toBe(200)
  })

  it('answers with a status, headers and body of its own, as often as it was told', async () => {
    await plan({ kind: 'status', status: 503, headers: { 'retry-after': '7' }, body: '<h1>Busy</h1>' }, {}, 2)
    const answers = [await send(), await send(), await send()]
    expect(answers.map(answer => answer.status)).toEqual([503, 503, 200])
    expect([answers[0]?.headers.get('retry-after'), answers[0]?.text]).toEqual(['7', '<h1>Busy</h1>'])
  })

  it('meets only the requests that it matches', async () => {
    await plan({ kind: 'status', status: 500 }, { realm: sandbox.company('Bayside').realmId })
    await plan({ kind: 'status', status: 500 }, { method: 'get' })
    await plan({ kind: 'status', status: 500 }, { path: '^/v3/company/\\d+/vendor' })
    expect((await send()).status).toBe(200)
    expect((await client.query('select * from Term')).status).toBe(500)
  })

  it('reaches the token endpoint', async () => {
    const { refresh_token } = await connected(sandbox, client.company.realmId)
    await plan({ kind: 'status', status: 503 }, { path: '^/oauth2/v1/tokens' })
    const refresh = () => tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })
    expect([(await refresh()).status, (await refresh()).status]).toEqual([503, 200])
  })

  it('is forgotten when told to be, and refused where it could not happen', async () => {
    await plan({ kind: 'drop-before' })
    expect((await sandbox.control('DELETE', '/faults')).status).toBe(204)
    expect((await send()).status).toBe(200)
    expect((await plan({ kind: 'explode' })).status).toBe(400)
  })
})

describe('a fault inside an answer with status 200', () => {
  const fault = { kind: 'fault', code: '10000', message: 'An application error', type: 'SystemFault' }
  const Fault = { Error: [{ code: '10000', Message: 'An application error' }], type: 'SystemFault' }
  const batch = { BatchItemRequest: [{ bId: '7', Query: 'select * from Term' }] }

  it.each<[what: string, method: string, path: string, body: unknown, answer: object]>([
    ['a read', 'GET', '/preferences', undefined, { Fault }],
    ['a query', 'GET', '/query?query=select', undefined, { QueryResponse: { Fault } }],
    ['changes', 'GET', '/cdc?entities=Bill', undefined, { CDCResponse: [{ Fault }] }],
    ['a batch', 'POST', '/batch', batch, { BatchItemResponse: [{ bId: '7', Fault }] }],
    ['a file', 'POST', '/upload', '', { AttachableResponse: [{ Fault }] }],
    ['a bill', 'POST', '/bill', {}, { Fault }],
  ])('stands where %s has its place for it', async (_, method, path, body, answer) => {
    await plan(fault)
    const met = await client.call(method, path, body)
    expect([met.status, met.body]).toMatchObject([200, answer])
  })
})
