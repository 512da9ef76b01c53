import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Instant } from '#lib/domain/instant.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import { createEngine, type Engine } from '#lib/export/engine.ts'
import { enqueue } from '#lib/export/enqueue.ts'
import type { Store } from '#lib/store/open.ts'
import { leaseMs } from '#lib/store/outbox.ts'
import { readProgress } from '#lib/store/progress.ts'
import { see } from '#lib/store/see.ts'
import { readSetting } from '#lib/store/settings.ts'
import { readBanner } from '#lib/store/summary.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aClock, aStoreWith, factsOf, idOf, now, outletId, signIn } from '../store/a-store.ts'
import { aServer, dropped, type TestServer } from './a-server.ts'

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const readyOnes = (many: number): Invoice[] =>
  Array.from({ length: many }, (_, n) => anInvoice({ id: `inv-${n + 1}`, number: `N-${n + 1}`, lines }))

const engines: Engine[] = []
afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop()
})

function anEngine(store: Store, server: TestServer, clock = aClock()) {
  const alarms: (Instant | null)[] = []
  const errors: unknown[] = []
  const engine = createEngine({
    store,
    clock,
    connect: async () => ((await readSetting(store, 'session')) === null ? null : server.client()),
    changed: () => undefined,
    setAlarm: at => alarms.push(at),
    onError: error => errors.push(error),
  })
  engines.push(engine)
  return { engine, clock, alarms, errors }
}

async function queued(many: number, outlet = {}) {
  const invoices = readyOnes(many)
  const store = await aStoreWith(invoices, outlet)
  await signIn(store)
  await enqueue(
    store,
    invoices.map(({ id }) => id),
    { now },
  )
  return store
}

const states = async (store: Store) => (await store.exports.toArray()).map(row => row.state)
const until = (what: () => Promise<void> | void) => vi.waitFor(what, { timeout: 4000, interval: 20 })

describe('the way to the server and back', () => {
  it('sends at most a hundred in one request and hears of each', async () => {
    const store = await queued(250)
    const server = aServer()
    const { engine, errors } = anEngine(store, server)
    void engine.wake()
    await until(() => expect(server.count()).toBe(250))
    const sizes = server.calls
      .filter(({ method, path }) => method === 'POST' && path === '/v1/exports')
      .map(({ body }) => (body as { exports: unknown[] }).exports.length)
    expect(sizes).toEqual([100, 100, 50])
    expect(await store.outbox.count()).toBe(0)
    server.settle()
    await until(async () => expect(await store.invoices.where('status').equals('exported').count()).toBe(250))
    expect(await readProgress(store)).toEqual({ done: 250, failed: 0, total: 250 })
    expect(errors).toEqual([])
  })

  it('goes on with another worker after one died before the acknowledgement; nothing is doubled', async () => {
    const store = await queued(30)
    const server = aServer()
    // The server takes the batch, and the worker dies before it hears so.
    server.failWith((method, path) => {
      if (method !== 'POST' || path !== '/v1/exports') return undefined
      return new Promise<never>(() => undefined)
    })
    const first = anEngine(store, server)
    void first.engine.wake()
    const toExports = () => server.calls.find(call => call.method === 'POST' && call.path === '/v1/exports')
    await until(() => expect(toExports()).toBeDefined())
    const sent = toExports()?.body as { exports: unknown[] }
    first.engine.stop()
    server.failWith(null)
    await server.client().sendExports(sent.exports)
    expect(await store.outbox.count()).toBe(30)

    const clock = aClock()
    clock.pass(leaseMs + 1)
    const second = anEngine(store, server, clock)
    void second.engine.wake()
    await until(async () => expect(await store.outbox.count()).toBe(0))
    expect(server.count()).toBe(30)
    server.settle()
    await until(async () => expect(new Set(await states(store))).toEqual(new Set(['posted'])))
  })

  it('does not take what another worker is sending', async () => {
    const store = await queued(3)
    await store.outbox.toCollection().modify(row => {
      Object.assign(row, { leasedBy: 'another', leasedUntil: '2026-11-03T02:00:20.000Z' })
    })
    const server = aServer()
    const { engine, clock } = anEngine(store, server)
    await engine.wake()
    expect(server.count()).toBe(0)
    clock.pass(20_001)
    void engine.wake()
    await until(() => expect(server.count()).toBe(3))
  })

  it('keeps everything while the server cannot be reached, says so, and goes on when it can', async () => {
    const store = await queued(5)
    const server = aServer()
    server.failWith(dropped)
    const { engine, clock, alarms } = anEngine(store, server)
    await engine.wake()
    expect(await readBanner(store)).toBe('server-unreachable')
    expect(new Set(await states(store))).toEqual(new Set(['waiting']))
    const row = await store.invoices.get(idOf(1))
    expect(row?.assessment.reasons[0]).toMatchObject({ kind: 'waiting', why: 'server-unreachable' })
    expect(await store.outbox.count()).toBe(5)
    expect(Date.parse(alarms.at(-1) ?? '') - Date.parse(clock())).toBeGreaterThanOrEqual(30_000)

    server.failWith(null)
    clock.pass(60_000)
    void engine.wake()
    await until(() => expect(server.count()).toBe(5))
    server.settle()
    await until(async () => expect(new Set(await states(store))).toEqual(new Set(['posted'])))
    expect(await readBanner(store)).toBe('none')
  })

  it('keeps what waits when the session has ended, and sends it after the next sign-in', async () => {
    const store = await queued(2)
    const server = aServer()
    const body = { error: { code: 'not-signed-in', message: 'Sign in.' } }
    server.failWith(() => ({ status: 401, body }))
    const { engine } = anEngine(store, server)
    await engine.wake()
    expect(await readBanner(store)).toBe('not-signed-in')
    expect(await readSetting(store, 'session')).toBeNull()
    expect((await store.exports.get(idOf(1)))?.record).toMatchObject({ state: 'waiting', why: 'sign-in' })

    server.failWith(null)
    await signIn(store)
    void engine.resume()
    await until(() => expect(server.count()).toBe(2))
  })

  it('refuses the one item that the server does not understand and sends the others', async () => {
    const store = await queued(3)
    const bad = await store.outbox.where('invoiceId').equals(idOf(2)).first()
    await store.outbox.update(bad?.seq ?? 0, { body: { key: bad?.key, nonsense: true } })
    const server = aServer()
    const { engine } = anEngine(store, server)
    void engine.wake()
    await until(() => expect(server.count()).toBe(2))
    await until(async () => expect(await store.outbox.count()).toBe(0))
    const row = await store.exports.get(idOf(2))
    expect(row?.record).toMatchObject({ state: 'refused', failure: { code: 'not-understood' } })
  })

  it('finds the item at fault by halves where the whole request is refused', async () => {
    const store = await queued(8)
    const server = aServer()
    const body = { error: { code: 'too-large', message: 'Too large.' } }
    server.failWith((_method, path, sent) => {
      if (path !== '/v1/exports' || sent === undefined) return undefined
      return JSON.stringify(sent).includes('"inv-3"') ? { status: 413, body } : undefined
    })
    const { engine } = anEngine(store, server)
    void engine.wake()
    await until(() => expect(server.count()).toBe(7))
    await until(async () => expect((await store.exports.get(idOf(3)))?.state).toBe('refused'))
  })

  it('follows with the bill where the invoice was edited while it was on its way', async () => {
    const store = await queued(1, { mode: 'manual' })
    const server = aServer()
    const { engine } = anEngine(store, server)
    void engine.wake()
    await until(() => expect(server.count()).toBe(1))
    const more = [aLine('Romaine', { group: 'Vegetables', quantity: '3' })]
    const edited = anInvoice({ number: 'N-1', lines: more, revision: 'r2', detailRevision: 'r2' })
    await see(store, factsOf([edited]), now)
    server.settle()
    await until(() => expect(server.count()).toBe(2))
    const [first, second] = server.requests()
    expect(first?.operation.kind).toBe('create')
    expect(second?.operation).toMatchObject({ kind: 'update', billId: 'bill-of-inv-1' })
    server.settle()
    await until(async () => expect((await store.invoices.get(idOf(1)))?.status).toBe('exported'))
  })

  it('hears a result that came while nobody listened', async () => {
    const store = await queued(1)
    const server = aServer()
    const first = anEngine(store, server)
    void first.engine.wake()
    await until(() => expect(server.count()).toBe(1))
    first.engine.stop()
    server.settle()
    const second = anEngine(store, server)
    void second.engine.wake()
    await until(async () => expect(await states(store)).toEqual(['posted']))
  })

  it('notes a lost connection once, on the outlet, and waits', async () => {
    const store = await queued(4)
    const server = aServer()
    const { engine } = anEngine(store, server)
    void engine.wake()
    await until(() => expect(server.count()).toBe(4))
    server.settle(() => ({ state: 'waiting', why: 'reconnect', until: null }))
    await until(async () => expect(await readBanner(store)).toBe('reconnect'))
    expect((await store.outlets.get(outletId))?.connection?.state).toBe('expired')
    expect(await store.activity.where('outletId').equals(outletId).count()).toBe(0)
  })

  it('reads anew from the beginning where an export has been silent for long', async () => {
    const store = await queued(1)
    const server = aServer()
    const first = anEngine(store, server)
    void first.engine.wake()
    await until(async () => expect(await states(store)).toEqual(['sent']))
    first.engine.stop()
    server.settle()
    // The result passed by unheard: the cursor stands behind it.
    await store.settings.put({ key: 'cursor', value: 99 })
    const clock = aClock()
    clock.pass(11 * 60_000)
    void anEngine(store, server, clock).engine.wake()
    await until(async () => expect(await states(store)).toEqual(['posted']))
  })
})
