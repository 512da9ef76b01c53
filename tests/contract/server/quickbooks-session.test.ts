import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Session } from '#lib/api/session.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { createLog } from '#server/log.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import {
  cameBackFromQuickbooks,
  challengeOf,
  connectCode,
  connectionOf,
  connectQuickbooks,
  consented,
  type QuickbooksServer,
  quickbooksServer,
  signInThroughQuickbooks,
} from './quickbooks-server.ts'
import { callAt } from './signed-in-server.ts'

const verifier = 'w'.repeat(64)
const accountant = 'accountant@example.com'
const redirect = `https://${'a'.repeat(32)}.chromiumapp.org/signed-in`

let at: QuickbooksServer
let lines = ''
beforeAll(async () => {
  const memory = new Writable({
    write: (chunk, _, done) => {
      lines += chunk
      done()
    },
  })
  at = await quickbooksServer(createLog('trace', memory))
})
afterAll(() => at?.close())
beforeEach(() => at.quickbooks.control('DELETE', '/faults'))

const session = async () => Session.parse(await at.call('GET', '/v1/session'))
const quickbooksOf = ({ connections }: Session) =>
  connections.filter(({ ledger }) => ledger === 'quickbooks').map(({ organisation }) => organisation.name)
const connectedAtIntuit = async (company: string) => {
  const answer = await at.quickbooks.control('GET', '/state')
  const { companies } = (await answer.json()) as { companies: { name: string; connected: boolean }[] }
  return companies.find(({ name }) => name.startsWith(company))?.connected
}

it('holds back what was consented to until the same person asks for it, with their own secret', async () => {
  const [other, code] = [
    await at.signIn({ email: 'bookkeeper@example.com', organisations: ['Canal'] }),
    await connectCode(at, verifier),
  ]
  expect(quickbooksOf(await session())).toEqual([])
  await expect(callAt(at.url, null, 'POST', '/v1/sessions', { code, verifier })).rejects.toThrow(/401/)
  await expect(callAt(at.url, null, 'POST', '/v1/connections', { code, verifier })).rejects.toThrow(/401/)
  await expect(callAt(at.url, other.token, 'POST', '/v1/connections', { code, verifier })).rejects.toThrow(
    /403/,
  )
  await expect(at.call('POST', '/v1/connections', { code, verifier: 'x'.repeat(64) })).rejects.toThrow(/403/)
  // Tried with a wrong secret, it is used up.
  await expect(at.call('POST', '/v1/connections', { code, verifier })).rejects.toThrow(/403 .*not-allowed/)
  expect(quickbooksOf(await session())).toEqual([])
})

it('connects a company of QuickBooks to the workspace that holds Xero’s organisations', async () => {
  const after = await connectQuickbooks(at)
  expect(after.workspace).toEqual(at.granted.session.workspace)
  expect(after.user).toEqual(at.granted.session.user)
  expect(new Set(after.connections.map(({ ledger }) => ledger))).toEqual(new Set(['xero', 'quickbooks']))
  const { id, state, organisation } = connectionOf(after)
  expect([state, organisation.id]).toEqual(['connected', at.quickbooks.company('Orchard').realmId])
  const lists = LedgerLists.parse(await at.call('GET', `/v1/connections/${id}/lists`))
  expect(lists).toMatchObject({
    organisation: { currency: 'SGD' },
    rules: { plan: 'QuickBooks Online Plus' },
  })
})

it('connects each further company by itself, and the same one again in its place', async () => {
  await connectQuickbooks(at, { company: 'Canal' })
  const before = connectionOf(await session()).id
  const after = await connectQuickbooks(at)
  expect(quickbooksOf(after)).toEqual(['Canal House Brasserie B.V.', 'Orchard Noodle House Pte Ltd'])
  expect(connectionOf(after).id).toBe(before)
})

it('does not believe the company that an address names', async () => {
  const tamper = (callback: URL) =>
    callback.searchParams.set('realmId', at.quickbooks.company('Canal').realmId)
  const back = await cameBackFromQuickbooks(at, verifier, { company: 'Bayside', email: accountant, tamper })
  expect([back.get('error'), back.get('code')]).toEqual(['ledger-unreachable', null])
  const none = await cameBackFromQuickbooks(at, verifier, {
    tamper: callback => callback.searchParams.delete('realmId'),
  })
  expect(none.get('error')).toBe('ledger-unreachable')
})

it('does not take the answer of one ledger for that of the other', async () => {
  const back = fetch(`${at.url}/v1/callback/xero?state=made-up&code=made-up`)
  expect((await back).status).toBe(400)
  const query = new URLSearchParams({ challenge: challengeOf(verifier), redirect })
  const begun = await fetch(`${at.url}/v1/sign-in/quickbooks?${query}`, { redirect: 'manual' })
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state')
  expect(
    (await fetch(`${at.url}/v1/callback/xero?state=${state}&code=x`, { redirect: 'manual' })).status,
  ).toBe(400)
})

it('signs people in through QuickBooks, and into the workspace whose company they share', async () => {
  const owner = await signInThroughQuickbooks(at, { company: 'Bayside' })
  expect(owner.session.user).toMatchObject({ name: 'Sandbox Owner', email: 'owner@example.com' })
  expect(owner.session.workspace.id).not.toBe(at.granted.session.workspace.id)
  const second = await signInThroughQuickbooks(at, { company: 'Bayside', email: accountant })
  expect(second.session.workspace).toEqual(owner.session.workspace)
  expect(second.session.user.id).not.toBe(owner.session.user.id)
})

it('leads back to the extension where the consent was refused', async () => {
  const { url } = (await at.call('POST', '/v1/connect/quickbooks', {
    challenge: challengeOf(verifier),
    redirect,
  })) as { url: string }
  const back = await consented(at, url, { answer: 'cancel' })
  expect([back.get('error'), back.get('code')]).toEqual(['access_denied', null])
})

it('begins nothing that would not end in an extension, and nothing for a stranger', async () => {
  const body = { challenge: challengeOf(verifier), redirect: 'https://example.com/steal' }
  await expect(at.call('POST', '/v1/connect/quickbooks', body)).rejects.toThrow(/403 .*not-allowed/)
  await expect(callAt(at.url, null, 'POST', '/v1/connect/quickbooks', { ...body, redirect })).rejects.toThrow(
    /401/,
  )
})

it('refreshes a token that ended before its time, unseen by anybody', async () => {
  const { id } = connectionOf(await session())
  await at.quickbooks.control('POST', '/expire-tokens')
  await at.call('GET', `/v1/connections/${id}/lists?fresh=1`)
  expect(connectionOf(await session()).state).toBe('connected')
})

it('keeps exports waiting while the consent is over, and goes on after a new one', async () => {
  const { id, organisation } = connectionOf(await session())
  await at.quickbooks.control('POST', '/revoke', { realmId: organisation.id })
  await at.send([anExportRequest(id, 'W-1')])
  expect(await at.settled(['W-1'])).toEqual([{ state: 'waiting', why: 'reconnect', until: null }])
  expect(connectionOf(await session()).state).toBe('expired')
  await connectQuickbooks(at)
  expect(connectionOf(await session()).state).toBe('connected')
  // Refused for its tax code, which is Xero's: it was sent.
  await expect
    .poll(async () => (await at.settled(['W-1']))[0]?.state, { timeout: 10_000 })
    .toMatch(/posted|refused/)
})

it('ends a connection, at Intuit too, and leaves Xero’s', async () => {
  const { id } = connectionOf(await session(), 'Canal')
  await at.call('DELETE', `/v1/connections/${id}`)
  expect(await connectedAtIntuit('Canal')).toBe(false)
  const { connections } = await session()
  expect(connections.filter(({ state }) => state === 'expired').map(one => one.id)).toEqual([id])
  await at.call('DELETE', `/v1/connections/${id}`)
  await connectQuickbooks(at, { company: 'Canal' })
  expect(connectionOf(await session(), 'Canal')).toMatchObject({ id, state: 'connected' })
})

it('changes nothing where Intuit cannot be told of the end', async () => {
  const { id } = connectionOf(await session(), 'Canal')
  const fault = { kind: 'status', status: 503 }
  await at.quickbooks.control('POST', '/faults', { match: { path: '/revoke$' }, times: 1, fault })
  await expect(at.call('DELETE', `/v1/connections/${id}`)).rejects.toThrow(/ledger-unreachable/)
  expect(connectionOf(await session(), 'Canal').state).toBe('connected')
})

it('logs no secret of it', () => {
  expect(lines).toContain('"path":"/v1/connections"')
  for (const secret of ['sandbox-secret', 'eyJ', 'RT1-', 'AB1', verifier, 'code='])
    expect(lines).not.toContain(secret)
})
