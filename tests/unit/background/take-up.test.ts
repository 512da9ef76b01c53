import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, idOf, signIn } from '../store/a-store.ts'
import { anApp, stopApps } from './an-app.ts'

afterEach(stopApps)

const complete = { lines: [aLine('Romaine', { group: 'Vegetables' })] }

describe('a worker that ended between two steps', () => {
  it('has the lines read again that a click on export waits for', async () => {
    const store = await aStoreWith([anInvoice({ detail: null }), anInvoice({ id: 'inv-2', detail: null })])
    await signIn(store)
    await store.invoices.update(idOf(1), { exportWhenRead: 1 })
    const app = anApp(store)
    void app.wake()
    await vi.waitFor(() => expect(app.notices('read-details')).not.toEqual([]))
    expect(app.notices('read-details').map(({ message }) => message.data)).toEqual([
      { unread: [{ invoiceId: 'inv-1', url: '/api/invoices/inv-1' }] },
    ])
  })

  it('sends what was asked for and had just been read', async () => {
    const store = await aStoreWith([anInvoice(complete), anInvoice({ ...complete, id: 'inv-2' })], {
      mode: 'manual',
    })
    await signIn(store)
    await store.invoices.update(idOf(1), { exportWhenRead: 1 })
    void anApp(store).wake()
    await vi.waitFor(async () => expect(await store.exports.toCollection().primaryKeys()).toEqual(['inv-1']))
  })

  it('sends what is ready where the mode says so', async () => {
    const store = await aStoreWith([anInvoice(complete)], { mode: 'product-groups-required' })
    await signIn(store)
    void anApp(store).wake()
    await vi.waitFor(async () => expect(await store.exports.toCollection().primaryKeys()).toEqual(['inv-1']))
  })
})
