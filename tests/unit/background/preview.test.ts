import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BillToPost } from '#lib/domain/bill.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, signIn } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const invoiceId = 'inv-1' as InvoiceId
const lines = [aLine('Romaine', { group: 'Vegetables' })]

describe('a preview', () => {
  it('is what the export then sends, and by itself sends nothing', async () => {
    const store = await aStoreWith([anInvoice({ lines })], { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    const reply = await app.ask('preview', { invoiceId }, fromOptions)
    const bill: BillToPost | null = reply.ok ? reply.preview.bill : null
    expect(await store.outbox.count()).toBe(0)
    await app.ask('export-ready', { outletIds: null, invoiceIds: [invoiceId] }, fromOptions)
    await vi.waitFor(() => expect(app.server.requests()).toHaveLength(1))
    expect(app.server.requests()[0]?.bill).toEqual(bill)
  })

  it.each([
    ['its lines are unread', { detail: null, detailRevision: null }, {}, /Open the invoice in Foodrazor/],
    ['its outlet is not connected', {}, { connection: null }, /Connect/],
  ])('says what it needs where %s', async (_, invoice, outlet, words) => {
    const store = await aStoreWith([{ ...anInvoice({ lines }), ...invoice }], outlet)
    const reply = await anApp(store).ask('preview', { invoiceId }, fromOptions)
    expect(reply).toMatchObject({ ok: false, problem: expect.stringMatching(words) })
  })
})
