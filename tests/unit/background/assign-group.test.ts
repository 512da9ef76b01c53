import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import type { ProductGroup } from '#lib/domain/mapping.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aStoreWith, factsOf, idOf, outletId, signIn, vegetables } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const romaine = 'p-Romaine' as ProductId
const kale = 'p-Kale' as ProductId
const assign = (...productIds: ProductId[]) => ({ outletId, productIds, groupId: vegetables })
const aPage = { origin: 'https://app.foodrazor.com', outletShown: null, rows: [], answers: [] }
const invoices = [
  anInvoice({ id: 'inv-1', number: 'A', lines: [aLine('Romaine')] }),
  anInvoice({ id: 'inv-2', number: 'B', lines: [aLine('Romaine'), aLine('Kale')] }),
  anInvoice({ id: 'inv-3', number: 'C', lines: [aLine('Beef')] }),
]

describe('assigning a product group', () => {
  it('exports by itself exactly what it completes, and says so', async () => {
    const store = await aStoreWith(invoices)
    await signIn(store)
    await store.products.put({ id: romaine, name: 'Romaine', supplier: null, pageGroup: null })
    const app = anApp(store)
    const reply = await app.ask('assign-group', assign(romaine))
    const said = '“Romaine” assigned to Vegetables. 1 invoice exports by itself.'
    expect(reply).toMatchObject({ ok: true, said })
    await vi.waitFor(() => expect(app.server.requests().map(request => request.invoiceId)).toEqual(['inv-1']))
    expect((await store.invoices.get(idOf(2)))?.status).toBe('missing-product-group')
    await app.ask('assign-group', assign(kale))
    await vi.waitFor(() => expect(app.server.count()).toBe(2))
    expect((await store.invoices.get(idOf(3)))?.status).toBe('missing-product-group')
  })

  it('leaves what it completes to a click in manual mode', async () => {
    const store = await aStoreWith(invoices, { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    const reply = await app.ask('assign-group', assign(romaine, kale))
    expect(reply).toMatchObject({ ok: true, said: '2 products assigned to Vegetables. 2 invoices changed.' })
    expect((await store.invoices.get(idOf(1)))?.status).toBe('ready')
    expect(await store.exports.count()).toBe(0)
  })

  it('tells the open page the changed invoices alone', async () => {
    const store = await aStoreWith(invoices, { mode: 'manual' })
    const app = anApp(store)
    await app.ask('assign-group', assign(romaine))
    await vi.waitFor(() => expect(app.notices('assessed')).toHaveLength(1))
    const [notice] = app.notices('assessed')
    const ids = JSON.stringify(notice?.message.data).match(/"id":"inv-\d"/g)
    expect(ids?.sort()).toEqual(['"id":"inv-1"', '"id":"inv-2"'])
  })

  it('carries the change to the server and to the log, and takes it back whole', async () => {
    const store = await aStoreWith(invoices, { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    await app.ask('assign-group', assign(romaine, kale))
    await vi.waitFor(() => expect(app.server.mutations).toHaveLength(2))
    const [line] = await store.activity.toArray()
    expect(line).toMatchObject({ kind: 'assigned', undone: 0 })
    await app.ask('undo', { activityId: line?.id ?? 0 }, fromOptions)
    expect(await store.productGroups.count()).toBe(0)
    expect((await store.invoices.get(idOf(1)))?.status).toBe('missing-product-group')
    await vi.waitFor(() => expect(app.server.mutations).toHaveLength(4))
    const again = await app.ask('undo', { activityId: line?.id ?? 0 }, fromOptions)
    expect(again).toEqual({ ok: false, problem: 'This was undone already.' })
  })

  it('brings back the group that was there before', async () => {
    const store = await aStoreWith(invoices, { mode: 'manual' })
    await store.groups.put({ outletId, id: 'g-Herbs' as never, name: 'Herbs' })
    const app = anApp(store)
    await app.ask('assign-group', assign(romaine))
    await app.ask('assign-group', { ...assign(romaine), groupId: 'g-Herbs' as never })
    const last = await store.activity.toCollection().last()
    await app.ask('undo', { activityId: last?.id ?? 0 }, fromOptions)
    expect(await store.productGroups.get([outletId, romaine])).toMatchObject({ groupId: vegetables })
  })

  it('asks the page to make the same assignment where Foodrazor exports', async () => {
    const store = await aStoreWith(invoices, { exporter: 'foodrazor' })
    const app = anApp(store)
    await app.ask('assign-group', assign(romaine))
    expect(app.notices('page-requests')).toMatchObject([
      { tabId: 7, message: { data: { requests: [{ method: 'PATCH', url: '/api/products/p-Romaine' }] } } },
    ])
  })

  it.each([
    ['none', null],
    ['the group that it had there', { id: 'g-Herbs' as GroupId, name: 'Herbs' }],
  ])('taken back asks the page for %s again, although the page tells our own meanwhile', async (_, had) => {
    const store = await aStoreWith(invoices, { exporter: 'foodrazor' })
    const app = anApp(store)
    const tell = async (group: ProductGroup | null) => {
      app.page.facts = factsOf([], { products: [{ id: romaine, name: 'Romaine', supplier: null, group }] })
      await app.ask('page-seen', aPage)
    }
    await tell(had)
    await app.ask('assign-group', assign(romaine))
    await tell({ id: vegetables, name: 'Vegetables' })
    const line = await store.activity.toCollection().last()
    await app.ask('undo', { activityId: line?.id ?? 0 }, fromOptions)
    expect(app.notices('page-requests').at(-1)?.message.data).toMatchObject({
      requests: [{ url: '/api/products/p-Romaine', body: { groupId: had?.id ?? null } }],
    })
  })

  it('taken back while no page is open says that Foodrazor has it still', async () => {
    const store = await aStoreWith(invoices, { exporter: 'foodrazor' })
    const app = anApp(store)
    await app.ask('assign-group', assign(romaine))
    app.page.tabs = []
    const line = await store.activity.toCollection().last()
    const reply = await app.ask('undo', { activityId: line?.id ?? 0 }, fromOptions)
    expect(reply).toMatchObject({ ok: true, said: expect.stringContaining('Foodrazor has it still') })
  })

  it('says what to do where Foodrazor exports and no page of it is open', async () => {
    const store = await aStoreWith(invoices, { exporter: 'foodrazor' })
    const app = anApp(store)
    app.page.tabs = []
    const reply = await app.ask('assign-group', assign(romaine), fromOptions)
    expect(reply).toMatchObject({ ok: true, said: expect.stringContaining('Open Foodrazor’s page') })
  })

  it('refuses a group that is not there', async () => {
    const app = anApp(await aStoreWith(invoices))
    const reply = await app.ask('assign-group', { ...assign(romaine), groupId: 'gone' as never })
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining('no longer there') })
  })
})

describe('mapping a group to an account', () => {
  it('sends what was yellow although nothing was unassigned', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Pan', { group: 'Smallwares' })] })])
    await signIn(store)
    const app = anApp(store)
    expect((await store.invoices.get(idOf(1)))?.status).toBe('missing-account')
    const change = { outletId, groupId: 'g-Smallwares' as never, account: '311' as never }
    await app.ask('map-account', change)
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
    expect(app.server.requests()[0]?.bill.lines[0]?.account).toBe('311')
  })

  it.each(['390', '800', '999'])('refuses account %s, which cannot stand on a bill', async account => {
    const app = anApp(await aStoreWith(invoices))
    const reply = await app.ask('map-account', { outletId, groupId: vegetables, account: account as never })
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining('cannot take a bill’s line') })
  })

  it('tries again by itself what was refused for its account', async () => {
    const invoice = anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] })
    const store = await aStoreWith([invoice])
    await signIn(store)
    const app = anApp(store)
    await store.groupAccounts.put({ outletId, groupId: vegetables, account: '390' as never, at: app.clock() })
    await app.ask('fix', { fix: { kind: 'export', invoiceId: idOf(1) } })
    expect((await store.exports.get(idOf(1)))?.record).toMatchObject({
      failure: { code: 'account-archived' },
    })
    await app.ask('map-account', { outletId, groupId: vegetables, account: '310' as never })
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
  })
})

describe('creating a group', () => {
  it('gives back the one that bears the name already', async () => {
    const app = anApp(await aStoreWith([]))
    const reply = await app.ask('create-group', { outletId, name: 'vegetables' })
    expect(reply).toMatchObject({ ok: true, group: { id: vegetables } })
  })

  it('makes one that can be assigned at once', async () => {
    const store = await aStoreWith(invoices, { mode: 'manual' })
    const app = anApp(store)
    const reply = await app.ask('create-group', { outletId, name: 'Leaves' })
    const groupId = reply.group?.id
    expect(groupId && (await app.ask('assign-group', { ...assign(romaine), groupId })).ok).toBe(true)
  })

  it('lets Foodrazor make it where Foodrazor exports', async () => {
    const store = await aStoreWith([], { exporter: 'foodrazor' })
    await store.outlets.put(anOutlet({ exporter: 'foodrazor' }))
    const app = anApp(store)
    const reply = await app.ask('create-group', { outletId, name: 'Leaves' })
    expect(reply).toMatchObject({ ok: true, said: expect.stringContaining('Foodrazor was asked') })
    expect(app.notices('page-requests')).toHaveLength(1)
  })
})
