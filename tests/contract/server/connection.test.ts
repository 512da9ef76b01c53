import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Session } from '#lib/api/session.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { type SignedInServer, signedInServer } from './signed-in-server.ts'

let at: SignedInServer
beforeAll(async () => {
  at = await signedInServer()
}, 60_000)
afterAll(() => at?.close())
beforeEach(() => at.sandbox.control('DELETE', '/faults'))

const states = async () => {
  const { connections } = Session.parse(await at.call('GET', '/v1/session'))
  return Object.fromEntries(
    connections.map(({ organisation, state }) => [organisation.name.split(' ')[0], state]),
  )
}
/** How often Xero's token endpoint was called. */
const refreshes = async () => {
  const answer = await at.sandbox.control('GET', '/state')
  const { calls } = (await answer.json()) as { calls: { byEndpoint: { endpoint: string; calls: number }[] } }
  return calls.byEndpoint.find(({ endpoint }) => endpoint === 'POST /connect/token')?.calls ?? 0
}

it('offers the accounts that a bill may name, and the rates that a purchase may carry', async () => {
  const lists = LedgerLists.parse(await at.call('GET', `/v1/connections/${at.connection}/lists`))
  const account = (code: string) => lists.accounts.find(one => one.code === code)
  expect(account('310')).toMatchObject({ active: true, allowed: true })
  expect(account('800')).toMatchObject({ allowed: false })
  expect(account('090')).toMatchObject({ allowed: false })
  expect(account('319')).toMatchObject({ active: false })
  expect(account('310')?.class).toBe('expense')
  const rates = lists.taxRates.filter(({ rate, purchases, active }) => rate === '9' && purchases && active)
  expect(rates.map(({ classes }) => classes)).toEqual([['asset', 'equity', 'expense', 'liability']])
})

it('reads the days up to which the books are locked', async () => {
  const lock = (days: Record<string, string | null>) =>
    at.sandbox.control('POST', `/organisations/${at.tenant}/lock-dates`, days)
  const read = async () =>
    LedgerLists.parse(await at.call('GET', `/v1/connections/${at.connection}/lists?fresh=1`)).lockDates
  expect(await read()).toEqual({ period: null, endOfYear: null })
  await lock({ period: '2026-09-30', endOfYear: '2025-12-31' })
  expect(await read()).toEqual({ period: '2026-09-30', endOfYear: '2025-12-31' })
  await lock({ period: null, endOfYear: null })
})

it('reads the lists from memory, and anew when asked', async () => {
  const read = async (query = '') =>
    LedgerLists.parse(await at.call('GET', `/v1/connections/${at.connection}/lists${query}`)).fetchedAt
  const first = await read()
  expect(await read()).toBe(first)
  expect((await read('?fresh=1')) > first).toBe(true)
})

it('refreshes a token that ended before its time, unseen by anybody', async () => {
  await at.sandbox.control('POST', '/expire-tokens')
  await at.send([anExportRequest(at.connection, 'A-1')])
  expect(await at.settled(['A-1'])).toMatchObject([{ state: 'posted' }])
})

it('refreshes once though many ask at once', async () => {
  await at.sandbox.control('POST', '/expire-tokens')
  await at.sandbox.control('POST', '/faults', {
    match: { path: '/connect/token$' },
    times: 1,
    fault: { kind: 'delay', ms: 300 },
  })
  const connections = at.granted.session.connections.map(({ id }) => id)
  const before = await refreshes()
  const lists = await Promise.all(
    [...connections, ...connections].map(id => at.call('GET', `/v1/connections/${id}/lists?fresh=1`)),
  )
  expect(lists).toHaveLength(2 * connections.length)
  expect(await states()).toEqual({ Canal: 'connected', Harbour: 'connected', Orchard: 'connected' })
  expect((await refreshes()) - before).toBe(1)
})

it('tries again by itself where Xero’s sign-in cannot be reached', async () => {
  await at.sandbox.control('POST', '/expire-tokens')
  await at.sandbox.control('POST', '/faults', {
    match: { path: '/connect/token$' },
    times: 2,
    fault: { kind: 'drop-before' },
  })
  await at.send([anExportRequest(at.connection, 'B-1')])
  expect(await at.settled(['B-1'])).toMatchObject([{ state: 'posted' }])
})

it('keeps exports waiting, not red, while the consent is over, and goes on after a new one', async () => {
  await at.sandbox.control('POST', '/revoke')
  await at.send([anExportRequest(at.connection, 'C-1')])
  expect(await at.settled(['C-1'])).toEqual([{ state: 'waiting', why: 'reconnect', until: null }])
  expect((await states()).Harbour).toBe('expired')
  await expect(at.call('GET', `/v1/connections/${at.connection}/lists?fresh=1`)).rejects.toThrow(
    /409 .*connection-lost/,
  )
  const again = await at.signIn()
  expect(again.session.connections.map(({ id }) => id)).toEqual(
    at.granted.session.connections.map(({ id }) => id),
  )
  await expect.poll(async () => (await at.bills('C-1')).length, { timeout: 10_000 }).toBe(1)
})

it('ends one connection, at Xero too, and leaves the others of the consent', async () => {
  const orchard = at.granted.session.connections.find(({ organisation }) =>
    organisation.name.startsWith('Orchard'),
  )
  await at.call('DELETE', `/v1/connections/${orchard?.id}`)
  expect(await states()).toEqual({ Canal: 'connected', Harbour: 'connected', Orchard: 'expired' })
  await at.send([anExportRequest(orchard?.id ?? '', 'D-1'), anExportRequest(at.connection, 'D-2')])
  expect(await at.settled(['D-1', 'D-2'])).toMatchObject([
    { state: 'waiting', why: 'reconnect' },
    { state: 'posted' },
  ])
  await at.signIn({ organisations: ['Orchard'] })
  expect((await states()).Orchard).toBe('connected')
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
