import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#lib/domain/ids.ts'
import { assessOutlet, assessProducts } from '#lib/store/assess-invoices.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
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

  it('keeps the groups of an invoice’s products indexed', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] })])
    expect(await store.invoices.where('groupIds').equals(vegetables).count()).toBe(1)
  })
})
