import { afterEach, beforeEach, expect, it } from 'vitest'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { callAt, type SignedInServer, signedInServer } from './signed-in-server.ts'

let at: SignedInServer
beforeEach(async () => {
  at = await signedInServer()
}, 60_000)
afterEach(() => at?.close())

it('offers the accounts that a bill may name, and the rates that a purchase may carry', async () => {
  const lists = LedgerLists.parse(await at.call('GET', `/v1/connections/${at.connection}/lists`))
  const account = (code: string) => lists.accounts.find(one => one.code === code)
  expect(account('310')).toMatchObject({ active: true, allowed: true })
  expect(account('800')).toMatchObject({ allowed: false })
  expect(account('319')).toMatchObject({ active: false })
  expect(
    lists.taxRates.filter(({ rate, purchases, active }) => rate === '9' && purchases && active),
  ).not.toEqual([])
})

it('keeps exports waiting, not red, while the consent is over, and goes on after a new one', async () => {
  await at.sandbox.control('POST', '/revoke')
  await at.send([anExportRequest(at.connection, 'A-1')])
  expect(await at.settled(['A-1'])).toEqual([{ state: 'waiting', why: 'reconnect', until: null }])
  expect(await at.call('GET', '/v1/session')).toMatchObject({
    connections: expect.arrayContaining([expect.objectContaining({ state: 'expired' })]),
  })
  const again = await at.signIn()
  expect(again.session.connections.map(({ id }) => id)).toEqual(
    at.granted.session.connections.map(({ id }) => id),
  )
  await expect.poll(async () => (await at.bills('A-1')).length, { timeout: 10_000 }).toBe(1)
}, 30_000)

it('refreshes a token that ended before its time, unseen by anybody', async () => {
  await at.sandbox.control('POST', '/expire-tokens')
  await at.send([anExportRequest(at.connection, 'B-1')])
  expect(await at.settled(['B-1'])).toMatchObject([{ state: 'posted' }])
}, 30_000)

it('answers no stranger, and says so', async () => {
  await expect(callAt(at.url, null, 'GET', '/v1/exports')).rejects.toThrow(/401 .*not-signed-in/)
  await expect(callAt(at.url, 'made-up', 'GET', '/v1/session')).rejects.toThrow(/401/)
  await expect(at.call('GET', '/v1/connections/somebody-elses/lists')).rejects.toThrow(/404 .*not-found/)
})

it('ends a sign-in in an extension only', async () => {
  const query = new URLSearchParams({ challenge: 'c'.repeat(43), redirect: 'https://example.com/steal' })
  await expect(callAt(at.url, null, 'GET', `/v1/sign-in/xero?${query}`)).rejects.toThrow(/403 .*not-allowed/)
})

it('grants no session for a code whose challenge is another', async () => {
  await expect(
    callAt(at.url, null, 'POST', '/v1/sessions', { code: 'x'.repeat(43), verifier: 'y'.repeat(64) }),
  ).rejects.toThrow(/401/)
})

it('shares mapping changes by revision, each once', async () => {
  const mutation = {
    id: '6f1f7f0e-2f68-4f0e-9d63-0c5c6a1b2c3d',
    at: '2026-11-20T08:00:00.000Z',
    change: { kind: 'product-group', outletId: 'outlet-1', productId: 'p-1', groupId: 'g-1' },
  }
  await at.call('POST', '/v1/changes', { mutations: [mutation] })
  await at.call('POST', '/v1/changes', { mutations: [mutation] })
  expect(await at.call('GET', '/v1/changes?after=0')).toMatchObject({
    items: [{ revision: 1, mutation }],
    revision: 1,
  })
})

it('describes itself', async () => {
  const document = await at.call('GET', '/v1/openapi.json')
  expect(document).toMatchObject({ openapi: '3.1.0', paths: { '/v1/exports': { post: {}, get: {} } } })
})
