import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import { productsOf } from '#lib/store/queries/products-of.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, now, outletId, vegetables } from '../a-store.ts'

const romaine = 'p-Romaine' as ProductId

describe('the products of an outlet', () => {
  it('names those that only a yellow invoice knows, with its supplier and what waits for them', async () => {
    const store = await aStoreWith([
      anInvoice({ id: 'a', number: 'A', lines: [aLine('Romaine')] }),
      anInvoice({ id: 'b', number: 'B', lines: [aLine('Romaine'), aLine('Butter')] }),
    ])
    const { products } = await productsOf(store, outletId)
    expect(products.find(({ id }) => id === romaine)).toEqual({
      id: romaine,
      name: 'Romaine',
      supplier: 'Green Valley Produce',
      group: null,
      blocks: 2,
      value: [{ currency: 'SGD', total: '32.70' }],
    })
  })

  it('puts our group before the page’s', async () => {
    const store = await aStoreWith([])
    const fruit = { id: 'g-Fruit' as GroupId, name: 'Fruit' }
    await store.products.put({ id: romaine, name: 'Romaine', supplier: null, pageGroup: fruit })
    expect((await productsOf(store, outletId)).products[0]?.group).toEqual(fruit)
    await store.productGroups.put({ outletId, productId: romaine, groupId: vegetables, at: now })
    const { products } = await productsOf(store, outletId)
    expect(products[0]?.group).toEqual({ id: vegetables, name: 'Vegetables' })
  })

  it('counts no group as mapped that a person decided to leave without an account', async () => {
    const store = await aStoreWith([])
    expect([...(await productsOf(store, outletId)).withAccount]).toEqual([vegetables])
    await store.groupAccounts.put({ outletId, groupId: vegetables, account: null, at: now })
    expect([...(await productsOf(store, outletId)).withAccount]).toEqual([])
  })

  it('counts only the invoices of this outlet', async () => {
    const store = await aStoreWith([anInvoice({ id: 'a', lines: [aLine('Romaine')] })])
    const { products } = await productsOf(store, 'another' as typeof outletId)
    expect(products).toEqual([])
  })
})
