import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { OutletId, ProductId } from '#lib/domain/ids.ts'
import { outletsHolding } from '#lib/store/queries/outlets-holding.ts'
import { see } from '#lib/store/see.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aStoreWith, connect, factsOf, now, outletId } from '../a-store.ts'

const second = 'outlet-2' as OutletId
const romaine = 'p-Romaine' as ProductId
const butter = 'p-Butter' as ProductId
const pepper = 'p-Pepper' as ProductId

/** Romaine is on invoices of both outlets, butter on the second's alone, pepper on none. */
async function aStoreOfTwo() {
  const store = await aStoreWith([anInvoice({ id: 'a', lines: [aLine('Romaine')] })])
  await connect(store, anOutlet({ id: second, name: 'Orchard Noodle House' }))
  const lines = [aLine('Romaine'), aLine('Butter')]
  await see(store, factsOf([anInvoice({ id: 'b', outletId: second, lines })]), now)
  return store
}

describe('the outlets that have a product', () => {
  it('are those with an invoice that holds it', async () => {
    const places = await outletsHolding(await aStoreOfTwo(), [romaine, butter], [outletId, second])
    expect(places.get(romaine)).toEqual([outletId, second])
    expect(places.get(butter)).toEqual([second])
  })

  it('are all where no invoice holds it: the catalogue is one', async () => {
    const places = await outletsHolding(await aStoreOfTwo(), [pepper], [outletId, second])
    expect(places.get(pepper)).toEqual([outletId, second])
  })

  it('are the one outlet that is asked about', async () => {
    const places = await outletsHolding(await aStoreOfTwo(), [butter], [outletId])
    expect(places.get(butter)).toEqual([outletId])
  })
})
