import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { notInBooks } from '#lib/store/queries/not-in-books.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith } from '../a-store.ts'

const kale = [aLine('Kale', { group: 'Vegetables' })]

describe('what is not yet in the books', () => {
  it('counts whatever is completed and not exported, from the oldest day', async () => {
    const store = await aStoreWith([
      anInvoice({ id: 'a', number: 'A', date: '2026-10-09', lines: kale }),
      anInvoice({ id: 'b', number: 'B', date: '2026-08-30', lines: [aLine('Romaine')] }),
      anInvoice({ id: 'c', number: 'C', date: '2026-07-01', completed: false, lines: kale }),
    ])
    expect(await notInBooks(store)).toEqual({
      invoices: 2,
      value: [{ currency: 'SGD', total: '21.80' }],
      since: '2026-08-30',
    })
  })

  it('counts what Foodrazor exports likewise, by its own clouds', async () => {
    const store = await aStoreWith(
      [
        anInvoice({ id: 'a', number: 'A', cloud: 'exported', lines: kale }),
        anInvoice({ id: 'b', number: 'B', cloud: 'failed', lines: kale }),
      ],
      { exporter: 'foodrazor' },
    )
    expect((await notInBooks(store)).invoices).toBe(1)
  })

  it('is nothing when all stands', async () => {
    expect(await notInBooks(await aStoreWith([]))).toEqual({ invoices: 0, value: [], since: null })
  })
})
