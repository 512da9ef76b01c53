import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type PanelTarget, requests } from '#lib/messages.ts'
import { readSetting } from '#lib/store/settings.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { dropped } from '../export/a-server.ts'
import { aRow } from '../page/a-page.ts'
import { aStore, aStoreWith, factsOf, idOf, signIn } from '../store/a-store.ts'
import { anApp, fromOptions, fromPage, own, stopApps } from './an-app.ts'

afterEach(stopApps)

const target: PanelTarget = { tab: 'products', outletId: null, productIds: [], groupIds: [], invoiceId: null }

describe('who may ask the worker', () => {
  it('does not answer another extension, nor the page’s own chatter', () => {
    const app = anApp(aStore())
    const message = { clearcloud: 'summary', data: { outletIds: null } }
    expect(app.receive(message, { ...fromPage, id: 'another' })).toBeUndefined()
    expect(app.receive({ type: 'hello' }, fromPage)).toBeUndefined()
    expect(app.receive({ clearcloud: 'constructor', data: {} }, fromPage)).toBeUndefined()
  })

  const settings = [
    'set-server',
    'set-outlet',
    'erase-data',
    'import-data',
    'export-data',
    'sign-out',
  ] as const
  const panels = ['link-contact', 'undo', 'refresh-lists'] as const
  it.each([...settings, ...panels])('refuses %s from a content script', name => {
    const app = anApp(aStore())
    expect(app.receive({ clearcloud: name, data: {} }, fromPage)).toBeUndefined()
    expect(app.receive({ clearcloud: name, data: {} }, fromOptions)).toBeDefined()
  })

  it.each(Object.keys(requests))('answers %s with words where the data is nonsense', async name => {
    const app = anApp(aStore())
    const nonsense = { clearcloud: name, data: 'nonsense' }
    const reply = await app.receive(nonsense, { id: own.id, url: fromOptions.url })
    if (name === 'assessments') expect(reply).toEqual([])
    else if (name === 'page-seen')
      expect(reply).toEqual({ refused: expect.stringContaining('Not understood') })
    else expect(reply).toMatchObject({ problem: expect.stringContaining('Not understood') })
  })
})

describe('opening the side panel', () => {
  it('opens it before anything else happens, then stores what it opens on', async () => {
    const store = aStore()
    const app = anApp(store)
    const reply = app.receive({ clearcloud: 'open-panel', data: target }, fromPage)
    expect(app.page.panelOpens).toBe(1)
    expect(await reply).toEqual({ ok: true, said: null })
    expect(await readSetting(store, 'panel')).toEqual(target)
  })

  it('opens nothing for a message that is not understood', async () => {
    const app = anApp(aStore())
    const reply = await app.receive({ clearcloud: 'open-panel', data: { tab: 'nonsense' } }, fromPage)
    expect(reply).toMatchObject({ ok: false })
    expect(app.page.panelOpens).toBe(0)
  })

  it('only stores the target for a page of the extension, which opens the panel itself', async () => {
    const app = anApp(aStore())
    await app.ask('open-panel', target, fromOptions)
    expect(app.page.panelOpens).toBe(0)
  })
})

describe('what the page showed', () => {
  const seen = { origin: 'https://app.foodrazor.com', outletShown: null, rows: [], answers: [] }

  it('answers which invoice each row is, and which lines to read: yellow ones first', async () => {
    const app = anApp(aStore())
    const invoices = [
      anInvoice({ id: 'inv-1', detail: null }),
      anInvoice({ id: 'inv-2', detail: null, cloud: 'missing-product-group' }),
      anInvoice({ id: 'inv-3' }),
      anInvoice({ id: 'row:4', detail: null }),
      anInvoice({ id: 'inv-5', detail: null, completed: false }),
    ]
    const rows = invoices.map(({ id }) => ({ key: `key of ${id}`, invoiceId: id }))
    app.page.facts = factsOf(invoices, { rows })
    const reply = await app.ask('page-seen', seen)
    if ('refused' in reply) throw new Error(reply.refused)
    expect(reply.rows.map(({ key, invoice }) => [key, invoice.id])).toEqual(
      invoices.map(({ id }) => [`key of ${id}`, id]),
    )
    expect(reply.unread.map(({ invoiceId }) => invoiceId)).toEqual(['inv-2', 'inv-1'])
    expect(reply.rows[0]?.invoice.words.status).toBe('Ready to export')
  })

  it('answers nothing about rows out of sight, and has their lines read', async () => {
    const app = anApp(aStore())
    const invoices = [anInvoice({ id: 'inv-1' }), anInvoice({ id: 'inv-2', detail: null })]
    const rows = invoices.map(({ id }) => ({ key: `key of ${id}`, invoiceId: id }))
    app.page.facts = factsOf(invoices, { rows })
    const shown = [aRow({ key: 'key of inv-1' }), aRow({ key: 'key of inv-2', aside: true })]
    const reply = await app.ask('page-seen', { ...seen, rows: shown })
    if ('refused' in reply) throw new Error(reply.refused)
    expect(reply.rows.map(({ invoice }) => invoice.id)).toEqual(['inv-1'])
    expect(reply.unread.map(({ invoiceId }) => invoiceId)).toEqual(['inv-2'])
  })

  it('says whether the page’s own answers told the invoices of its rows', async () => {
    const told = async (over: Parameters<typeof anInvoice>[0]) => {
      const app = anApp(aStore())
      const invoice = anInvoice(over)
      app.page.facts = factsOf([invoice], { rows: [{ key: 'key', invoiceId: invoice.id }] })
      const reply = await app.ask('page-seen', { ...seen, rows: [aRow({ key: 'key' })] })
      return 'refused' in reply ? null : reply.isFed
    }
    expect(await told({ id: 'inv-1' })).toBe(true)
    expect(await told({ id: 'inv-2', cloud: 'unknown' })).toBe(false)
    expect(await told({ id: 'row:3' })).toBe(false)
  })

  it('lists what a count stands for, oldest first', async () => {
    const app = anApp(aStore())
    const invoices = ['2026-11-03', '2026-11-01', '2026-11-02'].map((date, index) =>
      anInvoice({ id: `inv-${index + 1}`, date }),
    )
    app.page.facts = factsOf(invoices)
    await app.ask('page-seen', seen)
    const listed = await app.ask('listed', { outletIds: null, status: 'ready' })
    expect(listed.map(({ id }) => id)).toEqual(['inv-2', 'inv-3', 'inv-1'])
    expect(await app.ask('listed', { outletIds: null, status: 'failed' })).toEqual([])
  })

  it('tells the open pages only what changed, many changes as one', async () => {
    const app = anApp(aStore())
    app.page.facts = factsOf([anInvoice()])
    await app.ask('page-seen', seen)
    await vi.waitFor(() => expect(app.notices('assessed')).toHaveLength(1))
    app.page.facts = factsOf([anInvoice(), anInvoice({ id: 'inv-2' })])
    await app.ask('page-seen', seen)
    await vi.waitFor(() => expect(app.notices('assessed')).toHaveLength(2))
    expect(app.notices('assessed')[1]?.message.data).toMatchObject({ items: [{ id: 'inv-2' }] })
  })

  it('exports what a person asked for as soon as its lines are read', async () => {
    const lines = [aLine('Romaine', { group: 'Vegetables' })]
    const store = await aStoreWith([anInvoice({ detail: null })], { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    const reply = await app.ask('fix', { fix: { kind: 'export', invoiceId: idOf(1) } })
    expect(reply).toEqual({ ok: true, said: '1 invoice is read first.' })
    expect(app.notices('read-details')).toMatchObject([
      { message: { data: { unread: [{ invoiceId: 'inv-1', url: '/api/invoices/inv-1' }] } } },
    ])
    app.page.facts = factsOf([anInvoice({ lines })])
    await app.ask('page-seen', seen)
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
  })

  it('exports what was read even while the ledger cannot be asked about others', async () => {
    const lines = [aLine('Romaine', { group: 'Vegetables' })]
    const unread = [anInvoice({ detail: null }), anInvoice({ id: 'inv-2', detail: null, cloud: 'exported' })]
    const store = await aStoreWith(unread, { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    await app.ask('fix', { fix: { kind: 'export', invoiceId: idOf(1) } })
    app.server.failWith((_method, path) => (path === '/v1/bills/link' ? dropped() : undefined))
    app.page.facts = factsOf([
      anInvoice({ lines }),
      anInvoice({ id: 'inv-2', number: 'INV-2', cloud: 'exported', lines }),
    ])
    await app.ask('page-seen', seen)
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
    expect(app.server.requests().map(({ invoiceId }) => invoiceId)).toEqual(['inv-1'])
  })

  it('runs a script of ours in the page that asks for it, and for no other', async () => {
    const app = anApp(aStore())
    expect(await app.ask('load-script', { name: 'card' })).toMatchObject({ ok: true })
    expect(await app.ask('load-script', { name: 'card' }, fromOptions)).toMatchObject({ ok: false })
    expect(app.opened).toEqual(['card.js in 7'])
  })

  it('says where the page was that the disk is full, and shows it as the banner', async () => {
    const store = aStore()
    const app = anApp(store)
    app.page.facts = factsOf([anInvoice()])
    store.invoices.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const reply = await app.ask('page-seen', seen)
    expect(reply).toEqual({ refused: expect.stringContaining('no room left') })
    await vi.waitFor(async () => expect(await readSetting(store, 'banner')).toEqual(['storage-full']))
    expect(await store.outlets.count()).toBe(0)
  })
})

describe('the badge', () => {
  it('shows failures, else what is missing, as the store has it', async () => {
    const store = await aStoreWith([anInvoice(), anInvoice({ id: 'inv-2' })])
    const app = anApp(store)
    await vi.waitFor(() => expect(app.badges.at(-1)).toBe('2'))
    await store.invoices.update(idOf(1), { status: 'failed' })
    await vi.waitFor(() => expect(app.badges.at(-1)).toBe('1'))
  })
})
