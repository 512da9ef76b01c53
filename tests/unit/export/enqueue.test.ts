import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { IdempotencyKey } from '#lib/domain/ids.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { enqueue } from '#lib/export/enqueue.ts'
import { see } from '#lib/store/see.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, factsOf, idOf, now } from '../store/a-store.ts'

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const ready = anInvoice({ lines })
const content = invoiceContent(ready)
const one = [idOf(1)]

describe('putting an export into the outbox', () => {
  it('names the intent outlet, invoice, content and operation, and says that it is on its way', async () => {
    const store = await aStoreWith([ready])
    const result = await enqueue(store, one, { now })
    expect(result).toMatchObject({ queued: one, changed: one })
    const [row] = await store.outbox.toArray()
    expect(row?.key).toBe(`outlet-1:inv-1:${content}:create`)
    expect((await store.invoices.get(idOf(1)))?.status).toBe('exporting')
  })

  it('never holds two rows of the same intent, however often it is asked', async () => {
    const store = await aStoreWith([ready])
    await enqueue(store, [...one, ...one], { now })
    await enqueue(store, one, { now })
    expect(await store.outbox.count()).toBe(1)
  })

  it('replaces an unsent export once the invoice was edited', async () => {
    const store = await aStoreWith([ready])
    await enqueue(store, one, { now })
    const edited = anInvoice({
      lines: [aLine('Romaine', { group: 'Vegetables', quantity: '3' })],
      revision: 'r2',
    })
    await see(store, factsOf([{ ...edited, detailRevision: 'r2' }]), now)
    await enqueue(store, one, { now })
    const rows = await store.outbox.toArray()
    expect(rows.map(row => row.key)).toEqual([`outlet-1:inv-1:${invoiceContent(edited)}:create`])
  })

  it('leaves alone what the server has already', async () => {
    const store = await aStoreWith([ready])
    await store.exports.put({
      invoiceId: idOf(1),
      outletId: ready.outletId,
      record: { state: 'sent', at: now, content },
      state: 'sent',
      updatedAt: now,
    })
    expect((await enqueue(store, one, { now })).queued).toEqual([])
    expect(await store.outbox.count()).toBe(0)
  })

  it('updates the bill that stands, under a key that tells one edit from the same edit made later', async () => {
    const store = await aStoreWith([ready])
    const earlier = 'e'.repeat(64)
    const keys: (IdempotencyKey | string)[] = []
    for (const at of ['2026-11-03T02:00:00.000Z', '2026-11-03T05:00:00.000Z']) {
      const record = aPostedExport(earlier as never, { at })
      await store.outbox.clear()
      await store.exports.put({
        invoiceId: idOf(1),
        outletId: ready.outletId,
        record,
        state: 'posted',
        updatedAt: now,
      })
      await enqueue(store, one, { now })
      const [row] = await store.outbox.toArray()
      expect(row?.body).toMatchObject({
        operation: { kind: 'update', billId: aBill().id, submittedToo: false },
      })
      keys.push(row?.key ?? '')
    }
    expect(new Set(keys).size).toBe(2)
    expect((await store.exports.get(idOf(1)))?.stands?.bill.id).toBe(aBill().id)
  })

  it('does not send again what its bill already says', async () => {
    const store = await aStoreWith([ready])
    const record = aPostedExport(content)
    await store.exports.put({
      invoiceId: idOf(1),
      outletId: ready.outletId,
      record,
      state: 'posted',
      updatedAt: now,
    })
    expect((await enqueue(store, one, { now })).queued).toEqual([])
  })

  it('refuses here and says why where no bill can be made', async () => {
    const store = await aStoreWith([anInvoice()])
    const result = await enqueue(store, one, { now })
    expect(result).toMatchObject({ queued: [], refused: one })
    expect(await store.outbox.count()).toBe(0)
    expect((await store.exports.get(idOf(1)))?.record).toMatchObject({ failure: { code: 'unmapped' } })
    expect(await store.activity.toArray()).toMatchObject([{ kind: 'refused', invoiceId: 'inv-1' }])
  })

  it('remembers the wish until the lines are known', async () => {
    const store = await aStoreWith([anInvoice({ detail: null })])
    expect(await enqueue(store, one, { now })).toMatchObject({ queued: [], unread: one })
    expect((await store.invoices.get(idOf(1)))?.exportWhenRead).toBe(1)
  })

  it('stops before what Foodrazor says it exported, until the ledger was asked', async () => {
    const store = await aStoreWith([anInvoice({ lines, cloud: 'exported' })])
    expect(await enqueue(store, one, { now })).toMatchObject({ queued: [], unchecked: one })
    await store.invoices.update(idOf(1), { linkChecked: 1 })
    expect(await enqueue(store, one, { now })).toMatchObject({ queued: one })
  })

  it('leaves an outlet alone that Foodrazor exports', async () => {
    const store = await aStoreWith([ready], { exporter: 'foodrazor' })
    expect((await enqueue(store, one, { now })).queued).toEqual([])
  })

  it('keeps the key within what the contract allows, whatever the page’s ids are', async () => {
    const id = `row:${'x'.repeat(240)}`
    const store = await aStoreWith([anInvoice({ id, lines })])
    await enqueue(store, [id as never], { now })
    const [row] = await store.outbox.toArray()
    expect(row?.key.length).toBeLessThanOrEqual(255)
  })
})
