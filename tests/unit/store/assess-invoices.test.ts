import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { ConnectionId, ProductId } from '#lib/domain/ids.ts'
import { assessOutlet, assessProducts } from '#lib/store/assess-invoices.ts'
import { putLists } from '#lib/store/put-lists.ts'
import { storedLists } from '#lib/store/stored-lists.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection } from '#tests/builders/outlet.ts'
import { aStoreWith, now, outletId, vegetables } from './a-store.ts'

describe('assessing what is stored', () => {
  it('touches only the invoices that hold the product', async () => {
    const invoices = Array.from({ length: 400 }, (_, n) =>
      anInvoice({ id: `inv-${n}`, number: `${n}`, lines: [aLine(n % 40 === 0 ? 'Romaine' : `Other ${n}`)] }),
    )
    const store = await aStoreWith(invoices)
    const written: unknown[] = []
    let read = 0
    store.invoices.hook('updating', (_changes, id) => void written.push(id))
    store.invoices.hook('reading', row => {
      read += 1
      return row
    })
    const productId = 'p-Romaine' as ProductId
    await store.productGroups.put({ outletId, productId, groupId: vegetables, at: now })
    const { changed } = await assessProducts(store, outletId, [productId])
    expect(changed).toHaveLength(10)
    expect(written).toHaveLength(10)
    expect(read).toBe(10)
    expect(await store.invoices.where('status').equals('ready').count()).toBe(10)
  })

  it('leaves another outlet’s invoices of the same product alone', async () => {
    const store = await aStoreWith([anInvoice(), anInvoice({ id: 'inv-2', outletId: 'outlet-2' })])
    const productId = 'p-Romaine' as ProductId
    await store.productGroups.put({ outletId, productId, groupId: vegetables, at: now })
    expect((await assessProducts(store, outletId, [productId])).concerned).toEqual(['inv-1'])
  })

  it('writes nothing where the conclusion stays', async () => {
    const store = await aStoreWith([anInvoice()])
    expect(await assessOutlet(store, outletId)).toEqual([])
  })

  it('holds back what the ledger would refuse, and lets it go once its lists say otherwise', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] })])
    const connectionId = aConnection.id as ConnectionId
    const contact = (active: boolean) => [{ id: 'contact-1', name: 'Green Valley Produce', active }]
    const lists = (active: boolean, fetchedAt: string) => someLists({ contacts: contact(active), fetchedAt })
    const row = async () => {
      const { status, exportable, assessment } = (await store.invoices.toArray())[0] ?? {}
      return [status, exportable, assessment?.reasons[0]?.kind]
    }
    expect(await row()).toEqual(['ready', 1, 'nothing-missing'])
    expect(await putLists(store, connectionId, lists(false, '2026-11-03T03:00:00.000Z'))).toEqual(['inv-1'])
    expect(await row()).toEqual(['ready', 0, 'would-fail'])
    expect(await putLists(store, connectionId, lists(true, '2026-11-03T04:00:00.000Z'))).toEqual(['inv-1'])
    expect(await row()).toEqual(['ready', 1, 'nothing-missing'])
  })

  it('judges by the lists that are stored, not by those of before', async () => {
    const store = await aStoreWith([anInvoice()])
    const id = aConnection.id as ConnectionId
    expect((await storedLists(store, id))?.contacts).toHaveLength(1)
    await store.lists.clear()
    expect(await storedLists(store, id)).toBeUndefined()
    await store.lists.put({
      connectionId: id,
      lists: someLists({ contacts: [], fetchedAt: '2026-11-03T03:00:00.000Z' }),
    })
    expect((await storedLists(store, id))?.contacts).toEqual([])
  })

  it('keeps the groups of an invoice’s products indexed', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] })])
    expect(await store.invoices.where('groupIds').equals(vegetables).count()).toBe(1)
  })
})
