import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import { productsOf } from '#lib/store/queries/products-of.ts'
import { see } from '#lib/store/see.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aStoreWith, connect, factsOf, now, outletId, vegetables } from '../a-store.ts'

const romaine = 'p-Romaine' as ProductId

describe('the products of an outlet', () => {
  it('names those that only a yellow invoice knows, with its supplier and what waits for them', async () => {
    const store = await aStoreWith([
      anInvoice({ id: 'a', number: 'A', lines: [aLine('Romaine')] }),
      anInvoice({ id: 'b', number: 'B', lines: [aLine('Romaine'), aLine('Butter')] }),
    ])
    const { products } = await productsOf(store, [outletId])
    expect(products.find(({ id }) => id === romaine)).toEqual({
      id: romaine,
      name: 'Romaine',
      supplier: 'Green Valley Produce',
      group: null,
      otherwise: [],
      blocks: 2,
      value: [{ currency: 'SGD', total: '32.70' }],
    })
  })

  it('puts our group before the page’s', async () => {
    const store = await aStoreWith([])
    const fruit = { id: 'g-Fruit' as GroupId, name: 'Fruit' }
    await store.products.put({ id: romaine, name: 'Romaine', supplier: null, pageGroup: fruit })
    expect((await productsOf(store, [outletId])).products[0]?.group).toEqual(fruit)
    await store.productGroups.put({ outletId, productId: romaine, groupId: vegetables, at: now })
    const { products } = await productsOf(store, [outletId])
    expect(products[0]?.group).toEqual({ id: vegetables, name: 'Vegetables' })
  })

  it('counts no group as mapped that a person decided to leave without an account', async () => {
    const store = await aStoreWith([])
    expect([...((await productsOf(store, [outletId])).parts.get(outletId)?.withAccount ?? [])]).toEqual([
      vegetables,
    ])
    await store.groupAccounts.put({ outletId, groupId: vegetables, account: null, at: now })
    expect([...((await productsOf(store, [outletId])).parts.get(outletId)?.withAccount ?? [])]).toEqual([])
  })

  it('counts only the invoices of this outlet', async () => {
    const store = await aStoreWith([anInvoice({ id: 'a', lines: [aLine('Romaine')] })])
    const { products } = await productsOf(store, ['another' as typeof outletId])
    expect(products).toEqual([])
  })

  describe('of several outlets together', () => {
    it('sum up what waits for a product in each of them', async () => {
      const { store, second } = await twoOutlets()
      const { products } = await productsOf(store, [outletId, second])
      expect(products.find(({ id }) => id === romaine)).toMatchObject({
        blocks: 2,
        value: [{ currency: 'SGD', total: '21.80' }],
      })
    })

    it('have no group while one outlet’s invoices wait for it, and tell what the other chose', async () => {
      const { store, second } = await twoOutlets()
      await store.productGroups.put({ outletId: second, productId: romaine, groupId: leaves, at: now })
      await store.invoices.delete('b' as never)
      const { products } = await productsOf(store, [outletId, second])
      expect(products.find(({ id }) => id === romaine)).toMatchObject({
        group: null,
        otherwise: [{ name: 'Leaves', outlets: 1 }],
        blocks: 1,
      })
    })

    it('have the group that most outlets chose, and tell the others', async () => {
      const { store, second } = await twoOutlets()
      await store.invoices.clear()
      await store.products.put({
        id: romaine,
        name: 'Romaine',
        supplier: null,
        pageGroup: { id: vegetables, name: 'Vegetables' },
      })
      await store.productGroups.put({ outletId: second, productId: romaine, groupId: leaves, at: now })
      const { products } = await productsOf(store, [outletId, second])
      expect(products[0]).toMatchObject({
        group: { name: 'Vegetables' },
        otherwise: [{ name: 'Leaves', outlets: 1 }],
      })
    })

    it('leave an outlet out that neither chose a group nor has invoices that wait', async () => {
      const { store, second } = await twoOutlets()
      await store.invoices.clear()
      await store.products.put({ id: romaine, name: 'Romaine', supplier: null, pageGroup: null })
      await store.productGroups.put({ outletId: second, productId: romaine, groupId: leaves, at: now })
      const { products } = await productsOf(store, [outletId, second])
      expect(products[0]).toMatchObject({ group: { id: leaves }, otherwise: [] })
    })
  })
})

const leaves = 'g-Leaves' as GroupId

/** Two outlets with an invoice each that waits for Romaine; the second has the group Leaves too. */
async function twoOutlets() {
  const second = 'outlet-2' as typeof outletId
  const store = await aStoreWith([anInvoice({ id: 'a', lines: [aLine('Romaine')] })])
  await connect(store, anOutlet({ id: second, name: 'Orchard Noodle House' }))
  await store.groups.put({ outletId: second, id: leaves, name: 'Leaves' })
  const facts = factsOf([anInvoice({ id: 'b', outletId: second, lines: [aLine('Romaine')] })])
  await see(store, facts, now)
  return { store, second }
}
