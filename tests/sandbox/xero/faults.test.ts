import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient } from './accounting-client.ts'
import { connected, tokenRequest } from './consent.ts'
import { type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: AccountingClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await accountingClient(sandbox)
})
afterEach(() => sandbox.close())

const put = (headers = {}) =>
  client.call('PUT', '/Invoices', { Invoices: [aBill(client.contactId)] }, headers)
const plan = (fault: object, match: object = {}, times = 1) =>
  sandbox.control('POST', '/faults', { match, times, fault })
const bills = () => client.organisation.documents.length

describe('a planned fault', () => {
  it('drops the answer after the bill was entered, on the socket itself', async () => {
    await plan({ kind: 'drop-after-commit' }, { method: 'PUT', path: '/Invoices$' })
    const dropped = await put({ 'idempotency-key': 'k' }).catch((error: unknown) => error)
    expect(dropped).toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
    expect(bills()).toBe(1)
    const repeated = await put({ 'idempotency-key': 'k' })
    expect([repeated.status, bills()]).toEqual([200, 1])
    expect(repeated.body.Invoices[0]?.InvoiceID).toBe(client.organisation.documents[0]?.id)
  })

  it('drops a request before anything was entered', async () => {
    await plan({ kind: 'drop-before' })
    await expect(put()).rejects.toThrow('fetch failed')
    expect(bills()).toBe(0)
    expect((await put()).status).toBe(200)
  })

  it('answers with a status, headers and body of its own, as often as it was told', async () => {
    const fault = { kind: 'status', status: 503, headers: { 'retry-after': '7' }, body: '<h1>Busy</h1>' }
    await plan(fault, {}, 2)
    const answers = [await put(), await put(), await put()]
    expect(answers.map(answer => answer.status)).toEqual([503, 503, 200])
    expect([answers[0]?.headers.get('retry-after'), answers[0]?.text]).toEqual(['7', '<h1>Busy</h1>'])
    expect(bills()).toBe(1)
  })

  it('meets only the requests that it matches', async () => {
    const orchard = sandbox.organisation('Orchard').tenantId
    await plan({ kind: 'status', status: 500 }, { tenant: orchard })
    await plan({ kind: 'status', status: 500 }, { method: 'get' })
    await plan({ kind: 'status', status: 500 }, { path: '/Contacts' })
    expect((await put()).status).toBe(200)
    expect((await client.call('GET', '/Accounts')).status).toBe(500)
  })

  it('reaches the token endpoint, where an answer lost may be asked for again', async () => {
    const { refresh_token } = await connected(sandbox)
    await plan({ kind: 'drop-after-commit' }, { path: '^/connect/token' })
    const refresh = () => tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })
    await expect(refresh()).rejects.toThrow('fetch failed')
    expect((await refresh()).status).toBe(200)
  })

  it('is forgotten when told to be', async () => {
    await plan({ kind: 'drop-before' })
    expect((await sandbox.control('DELETE', '/faults')).status).toBe(204)
    expect((await put()).status).toBe(200)
  })

  it('is refused in words where it says nothing that could happen', async () => {
    const answer = await plan({ kind: 'explode' })
    expect(answer.status).toBe(400)
    expect((await answer.json()).error).toContain('fault.kind')
  })
})

describe('the state', () => {
  it('counts calls by endpoint and organisation, dropped and refused ones too', async () => {
    await plan({ kind: 'drop-after-commit' })
    await put().catch(() => undefined)
    const id = client.organisation.documents[0]?.id
    await client.call('GET', `/Invoices/${id}`)
    const state = await (await sandbox.control('GET', '/state')).json()
    const { tenantId } = client.organisation
    expect(state.calls.byEndpoint).toEqual(
      expect.arrayContaining([
        { tenantId, endpoint: 'PUT /Invoices', calls: 1 },
        { tenantId, endpoint: 'GET /Invoices/{id}', calls: 1 },
        { tenantId: null, endpoint: 'POST /connect/token', calls: 1 },
      ]),
    )
    expect(state.organisations[0]).toMatchObject({
      bills: 1,
      byStatus: { DRAFT: 1 },
      calls: 2,
      connected: true,
    })
  })

  it('goes back to the seed on reset, with or without the connections', async () => {
    await put()
    await sandbox.control('POST', '/reset', { keepConnections: true })
    const after = await client.call('GET', '/Invoices')
    expect([after.status, after.body.Invoices]).toEqual([200, []])
    await sandbox.control('POST', '/reset')
    expect((await client.call('GET', '/Invoices')).status).toBe(401)
  })

  it('revokes every grant, so that a refresh is an invalid_grant', async () => {
    const { refresh_token } = await connected(sandbox)
    await sandbox.control('POST', '/revoke')
    const answer = await tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })
    expect(await answer.json()).toEqual({ error: 'invalid_grant' })
  })
})
