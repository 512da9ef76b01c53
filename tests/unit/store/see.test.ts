import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import type { MappingChange } from '#lib/domain/mapping.ts'
import { Currency, Money } from '#lib/domain/money.ts'
import type { PageFacts } from '#lib/page/page-facts.ts'
import { applyChanges } from '#lib/store/apply-changes.ts'
import { inOneTransaction, type Store } from '#lib/store/open.ts'
import { see } from '#lib/store/see.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aStore, aStoreWith, factsOf, idOf, now, outletId } from './a-store.ts'

const outletTold = (over = {}) => ({ id: outletId, name: 'Harbour', currency: null, mode: null, ...over })

describe('what a page told', () => {
  it('starts an outlet under Foodrazor’s own export, in the mode that the page tells', async () => {
    const store = aStore()
    await see(store, factsOf([], { outlets: [outletTold({ mode: 'automatic' })] }), now)
    expect(await store.outlets.get(outletId)).toMatchObject({ exporter: 'foodrazor', mode: 'automatic' })
  })

  it('keeps what the list showed otherwise with its time, until they agree', async () => {
    const invoice = anInvoice({})
    const store = await aStoreWith([invoice])
    const row = (over = {}) => factsOf([], { rows: [{ key: 'k', invoiceId: invoice.id, ...over }] })
    const total = { amount: Money.parse('99.00'), currency: Currency.parse('SGD') }
    const otherwise = { number: null, supplier: null, date: null, total }
    expect((await see(store, row({ otherwise }), now)).changed).toEqual([invoice.id])
    expect((await store.invoices.get(invoice.id))?.shown).toEqual({ ...otherwise, at: now })
    expect((await see(store, row({ otherwise }), now)).changed).toEqual([])
    await see(store, row(), now)
    expect(await store.invoices.get(invoice.id)).not.toHaveProperty('shown')
  })

  it('leaves the mode that a person chose here', async () => {
    const store = aStore()
    await store.outlets.put({ ...anOutlet({ mode: 'manual' }), modeChosen: 1 })
    await see(store, factsOf([], { outlets: [outletTold({ mode: 'automatic' })] }), now)
    expect((await store.outlets.get(outletId))?.mode).toBe('manual')
  })

  it('keeps a supplier’s tax number that another answer of the page leaves out', async () => {
    const store = await aStoreWith([])
    const greens = { id: 's-greens', name: 'Green Valley Produce' }
    await see(store, factsOf([anInvoice({ supplier: { ...greens, taxNumber: '201912345K' } })]), now)
    await see(store, factsOf([anInvoice({ supplier: greens })]), now)
    expect((await store.invoices.get(idOf(1)))?.supplier).toMatchObject({ taxNumber: '201912345K' })
    expect(await store.suppliers.toArray()).toMatchObject([{ taxNumber: '201912345K' }])
  })

  it('writes nothing when the page says the same again', async () => {
    const store = aStore()
    const facts = factsOf([anInvoice()], {
      outlets: [outletTold()],
      products: [{ id: 'p-Romaine' as ProductId, name: 'Romaine', supplier: null, group: null }],
      groups: [{ outletId: null, id: 'g-1' as never, name: 'Vegetables' }],
    })
    await see(store, facts, now)
    const writes: string[] = []
    for (const table of store.tables) {
      table.hook('creating', () => void writes.push(table.name))
      table.hook('updating', () => void writes.push(table.name))
    }
    const again = await see(store, facts, '2026-11-04T00:00:00.000Z' as never)
    expect(writes).toEqual([])
    expect(again).toEqual({ changed: [], read: [] })
  })

  it('keeps the lines of an invoice that the list tells again', async () => {
    const store = aStore()
    const invoice = anInvoice()
    await see(store, factsOf([invoice]), now)
    await see(store, factsOf([anInvoice({ detail: null, total: invoice.total, cloud: 'failed' })]), now)
    const row = await store.invoices.get(invoice.id)
    expect(row && freshDetail(row)).toEqual(invoice.detail)
    expect(row?.status).toBe('failed')
  })

  it('calls the lines stale once the host says that the invoice was changed', async () => {
    const store = aStore()
    const invoice = anInvoice()
    await see(store, factsOf([invoice]), now)
    await see(store, factsOf([anInvoice({ detail: null, revision: 'r2' })]), now)
    const row = await store.invoices.get(invoice.id)
    expect(row && freshDetail(row)).toBeNull()
    expect(row?.productIds).toEqual(['p-Romaine'])
  })

  it('says which invoices’ lines were read', async () => {
    const store = aStore()
    await see(store, factsOf([anInvoice({ detail: null })]), now)
    const seen = await see(store, factsOf([anInvoice()]), now)
    expect(seen.read).toEqual([idOf(1)])
  })

  it('passes over lines of an invoice that no list has named', async () => {
    const store = aStore()
    const seen = await see(store, { ...factsOf([anInvoice()]), invoices: [] }, now)
    expect(seen.changed).toEqual([])
    expect(await store.invoices.count()).toBe(0)
  })

  it('assesses anew the invoices of a product that got its group on the page', async () => {
    const store = aStore()
    const yellow = { cloud: 'missing-product-group', lines: [aLine('Romaine')] }
    await see(store, factsOf([anInvoice(yellow)]), now)
    expect((await store.invoices.get(idOf(1)))?.status).toBe('missing-product-group')
    const product = { id: 'p-Romaine' as ProductId, name: 'Romaine', supplier: null }
    const group = { id: 'g-1' as never, name: 'Vegetables' }
    const seen = await see(store, factsOf([], { products: [{ ...product, group }] }), now)
    expect(seen.changed).toEqual([idOf(1)])
    expect((await store.invoices.get(idOf(1)))?.status).toBe('missing-account')
  })

  it('gives an outlet that appears later the groups of the whole restaurant group', async () => {
    const store = aStore()
    await see(store, factsOf([], { groups: [{ outletId: null, id: 'g-1' as never, name: 'Dairy' }] }), now)
    await see(store, factsOf([], { outlets: [outletTold()] }), now)
    expect(await store.groups.get([outletId, 'g-1' as never])).toMatchObject({ name: 'Dairy' })
  })
})

describe('Foodrazor’s own mapping of groups to accounts', () => {
  const mapped = (account: string | null) =>
    factsOf([], { accounts: [{ outletId: 'outlet-1', groupId: 'g-Meat', account }] as PageFacts['accounts'] })
  const accountOf = async (store: Store) =>
    (await store.groupAccounts.get(['outlet-1', 'g-Meat'] as [OutletId, GroupId]))?.account
  const decide = (store: Store, account: string | null) => {
    const change = {
      kind: 'group-account',
      outletId: 'outlet-1',
      groupId: 'g-Meat',
      account,
    } as MappingChange
    return inOneTransaction(store, () => applyChanges(store, [change], now))
  }

  it('is taken over, and followed when it changes', async () => {
    const store = await aStoreWith([anInvoice()])
    await see(store, mapped('311'), now)
    expect(await accountOf(store)).toBe('311')
    await see(store, mapped('312'), now)
    expect(await accountOf(store)).toBe('312')
    await see(store, mapped(null), now)
    expect(await accountOf(store)).toBeUndefined()
  })

  it('gives way to a person’s choice here', async () => {
    const store = await aStoreWith([anInvoice()])
    await decide(store, '310')
    await see(store, mapped('311'), now)
    expect(await accountOf(store)).toBe('310')
  })

  it('does not bring back an account that a person took away', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Beef', { group: 'Meat' })] })])
    await see(store, mapped('311'), now)
    await decide(store, null)
    const seen = await see(store, mapped('311'), now)
    expect(seen.changed).toEqual([])
    expect(await accountOf(store)).toBeNull()
    expect((await store.invoices.get(idOf(1)))?.status).toBe('missing-account')
  })

  it('does not give an account to a group that was to have none before the page told of one', async () => {
    const store = await aStoreWith([anInvoice()])
    await decide(store, null)
    await see(store, mapped('311'), now)
    expect(await accountOf(store)).toBeNull()
  })

  it('is no longer followed once a person chose the same account', async () => {
    const store = await aStoreWith([anInvoice()])
    await see(store, mapped('311'), now)
    await decide(store, '311')
    await see(store, mapped('312'), now)
    expect(await accountOf(store)).toBe('311')
  })

  it('assesses anew the invoices that it completes', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Beef', { group: 'Meat' })] })])
    expect((await store.invoices.toArray()).map(({ status }) => status)).toEqual(['missing-account'])
    await see(store, mapped('311'), now)
    expect((await store.invoices.toArray()).map(({ status }) => status)).toEqual(['ready'])
  })
})
