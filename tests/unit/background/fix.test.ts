import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Fix } from '#lib/domain/fix.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { assessInvoices } from '#lib/store/assess-invoices.ts'
import type { Store } from '#lib/store/open.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, idOf, now, outletId, signIn } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const ready = anInvoice({ lines })
const invoiceId = idOf(1)
const earlier = 'e'.repeat(64) as never

async function standing(store: Store, bill: object, content = earlier): Promise<void> {
  const record = aPostedExport(content, { bill: aBill(bill) })
  await store.exports.put({ invoiceId, outletId, record, state: 'posted', updatedAt: now })
  await assessInvoices(store, [invoiceId])
}

async function anAppWith(invoice = ready, outlet = {}) {
  const store = await aStoreWith([invoice], outlet)
  await signIn(store)
  return { store, app: anApp(store) }
}

const status = async (store: Store) => (await store.invoices.get(invoiceId))?.status

describe('one click on a fix', () => {
  it('exports an invoice whose gaps a person passes over in manual mode', async () => {
    const { store, app } = await anAppWith(anInvoice(), { mode: 'manual' })
    await store.outlets.update(outletId, { defaultAccount: '310' as never })
    const reply = await app.ask('fix', { fix: { kind: 'export', invoiceId } })
    expect(reply).toEqual({ ok: true, said: 'Exporting 1 invoice.' })
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
  })

  it('turns green without a reload once the bill stands', async () => {
    const { store, app } = await anAppWith()
    await app.ask('fix', { fix: { kind: 'export', invoiceId } })
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
    app.server.settle()
    await vi.waitFor(async () => expect(await status(store)).toBe('exported'))
    await vi.waitFor(() => {
      const last = app.notices('assessed').at(-1)?.message.data
      expect(last).toMatchObject({ items: [{ id: invoiceId, status: 'exported' }] })
    })
    expect(await store.activity.toArray()).toMatchObject([{ kind: 'exported', invoiceId }])
  })

  it('retries a refusal under the same key', async () => {
    const { store, app } = await anAppWith()
    await app.ask('fix', { fix: { kind: 'export', invoiceId } })
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
    const failure = { code: 'unknown', raw: 'no', billState: null }
    app.server.settle(() => ({ state: 'refused', failure, bill: null, billContent: null }))
    await vi.waitFor(async () => expect(await status(store)).toBe('failed'))
    await app.ask('fix', { fix: { kind: 'retry', invoiceId } })
    await vi.waitFor(async () => expect((await store.exports.get(invoiceId))?.state).toBe('sent'))
    app.server.settle()
    await vi.waitFor(async () => expect(await status(store)).toBe('exported'))
    expect(app.server.count()).toBe(1)
  })

  it('accepts a difference: green until the next edit, and the server is told', async () => {
    const { store, app } = await anAppWith()
    await standing(store, { state: 'approved' })
    expect(await status(store)).toBe('failed')
    await app.ask('fix', { fix: { kind: 'accept-as-is', invoiceId } })
    expect(await status(store)).toBe('exported')
    const content = invoiceContent(ready)
    await vi.waitFor(() => expect(app.server.told.accepted).toEqual([{ outletId, invoiceId, content }]))
  })

  it('accepts a difference that the ledger refused to take', async () => {
    const { store, app } = await anAppWith()
    const failure = {
      code: 'invalid-modification',
      raw: 'not of valid status',
      billState: 'approved' as const,
    }
    const record = {
      state: 'refused' as const,
      failure,
      at: now,
      content: invoiceContent(ready),
      bill: aBill(),
    }
    const row = { invoiceId, outletId, state: 'refused' as const, updatedAt: now }
    await store.exports.put({ ...row, record: { ...record, billContent: earlier } })
    await assessInvoices(store, [invoiceId])
    await app.ask('fix', { fix: { kind: 'accept-as-is', invoiceId } })
    const kept = (await store.exports.get(invoiceId))?.record
    expect(kept).toMatchObject({ state: 'posted', bill: { state: 'approved' }, content: earlier })
    expect(await status(store)).toBe('exported')
  })

  it('updates a submitted bill only with the person’s consent', async () => {
    const { store, app } = await anAppWith()
    await standing(store, { state: 'submitted' })
    await app.ask('fix', { fix: { kind: 'confirm-resync', invoiceId, bill: aBill(), total: ready.total } })
    await vi.waitFor(() => expect(app.server.requests()[0]?.operation).toMatchObject({ submittedToo: true }))
  })

  it('unlinks a voided bill first, then exports the invoice anew under another key', async () => {
    const { store, app } = await anAppWith()
    await standing(store, { state: 'voided' }, invoiceContent(ready) as never)
    await app.ask('fix', { fix: { kind: 'unlink', invoiceId, bill: aBill({ state: 'voided' }) } })
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
    const order = app.server.calls.map(({ path }) => path)
    expect(order.indexOf('/v1/exports/unlink')).toBeLessThan(order.lastIndexOf('/v1/exports'))
    expect(app.server.requests()[0]?.key).toMatch(/:create-2$/)
  })

  it('presses the page’s own control where Foodrazor exports', async () => {
    const { app } = await anAppWith(ready, { exporter: 'foodrazor' })
    const fix = { kind: 'use-page-control', invoiceId, action: 'retry' } as const
    expect(await app.ask('fix', { fix })).toEqual({ ok: true, said: null })
    expect(app.notices('press-control')).toMatchObject([
      { message: { data: { invoiceId, action: 'retry' } } },
    ])
  })

  it('says what to do where the page is not open', async () => {
    const { app } = await anAppWith(ready, { exporter: 'foodrazor' })
    app.page.tabs = []
    const fix = { kind: 'use-page-control', invoiceId, action: 'export' } as const
    expect(await app.ask('fix', { fix }, fromOptions)).toMatchObject({ ok: false })
  })

  it('asks the ledger first for a bill that Foodrazor may have made, and links it', async () => {
    const { store, app } = await anAppWith(anInvoice({ lines, cloud: 'exported' }))
    app.server.standing.add(ready.number)
    const reply = await app.ask('fix', { fix: { kind: 'export', invoiceId } })
    expect(reply).toMatchObject({ ok: true, said: '1 bill stood already and was linked.' })
    expect(app.server.count()).toBe(0)
    expect(await status(store)).toBe('exported')
  })

  it('opens a bill’s address, and nothing that is not one', async () => {
    const { app } = await anAppWith()
    const url = 'https://go.xero.com/bill-1'
    await app.ask('fix', { fix: { kind: 'open-bill', url } })
    expect(app.opened).toEqual([url])
    const script: Fix = { kind: 'open-bill', url: 'javascript:alert(1)' }
    expect(await app.ask('fix', { fix: script })).toMatchObject({ ok: false })
    expect(app.opened).toEqual([url])
  })
})

it('opens the options where a person must choose the organisation', async () => {
  const { app } = await anAppWith(ready, { connection: null, name: 'Elsewhere' })
  const reply = await app.ask('fix', { fix: { kind: 'connect', outletId } })
  expect(reply).toEqual({ ok: true, said: 'Choose the organisation of Elsewhere in the options.' })
  expect(app.opened).toEqual(['options'])
})

describe('exporting all that is ready', () => {
  it('leaves out what Foodrazor says it exported until the ledger was asked', async () => {
    const invoices = [ready, anInvoice({ id: 'inv-2', number: 'B', lines, cloud: 'exported' })]
    const store = await aStoreWith(invoices, { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    expect((await app.ask('summary', { outletIds: null })).exportable).toBe(1)
    await app.ask('export-ready', { outletIds: null, invoiceIds: null })
    await vi.waitFor(() => expect(app.server.requests().map(request => request.invoiceId)).toEqual(['inv-1']))
  })

  it('says that Foodrazor exports where it does', async () => {
    const { app } = await anAppWith(ready, { exporter: 'foodrazor' })
    const reply = await app.ask('export-ready', { outletIds: null, invoiceIds: null })
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining('Foodrazor exports') })
  })

  it('keeps what was asked for while nobody is signed in', async () => {
    const store = await aStoreWith([ready])
    const app = anApp(store)
    await app.ask('export-ready', { outletIds: null, invoiceIds: null })
    await vi.waitFor(async () => {
      expect((await store.exports.get(invoiceId))?.record).toMatchObject({ state: 'waiting', why: 'sign-in' })
    })
    expect((await app.ask('summary', { outletIds: null })).banner).toBe('not-signed-in')
  })
})

describe('cancelling', () => {
  it('stops what the server has not sent yet and what has not left; both are ready again', async () => {
    const invoices = [ready, anInvoice({ id: 'inv-2', number: 'B', lines })]
    const store = await aStoreWith(invoices, { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    await app.ask('fix', { fix: { kind: 'export', invoiceId } })
    await vi.waitFor(async () => expect((await store.exports.get(invoiceId))?.state).toBe('sent'))
    app.server.failWith((method, path) =>
      method === 'POST' && path === '/v1/exports' ? Promise.reject(new TypeError('offline')) : undefined,
    )
    await app.ask('fix', { fix: { kind: 'export', invoiceId: idOf(2) } })
    await vi.waitFor(async () => expect((await store.exports.get(idOf(2)))?.state).toBe('waiting'))
    const reply = await app.ask('cancel-exports', {})
    expect(reply).toMatchObject({ ok: true, said: '2 exports stopped.' })
    expect(await store.invoices.where('status').equals('ready').count()).toBe(2)
    expect(await store.outbox.count()).toBe(0)
  })

  it('forgets no bill: an update that is cancelled leaves the bill that stood', async () => {
    const { store, app } = await anAppWith()
    await standing(store, { state: 'submitted' })
    app.server.failWith(() => Promise.reject(new TypeError('offline')))
    await app.ask('fix', { fix: { kind: 'confirm-resync', invoiceId, bill: aBill(), total: ready.total } })
    await vi.waitFor(async () => expect((await store.exports.get(invoiceId))?.state).toBe('waiting'))
    await app.ask('cancel-exports', {})
    expect((await store.exports.get(invoiceId))?.record).toMatchObject({ state: 'posted', content: earlier })
  })
})
