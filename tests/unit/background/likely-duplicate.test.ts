import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import type { BillId } from '#lib/domain/ids.ts'
import { aBill } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, idOf, signIn } from '../store/a-store.ts'
import { anApp, stopApps } from './an-app.ts'

afterEach(stopApps)

const invoiceId = idOf(1)
const other = aBill({ id: 'bill-7', total: '19.62' })
const ready = anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] })

/** An invoice that was refused because a bill that may be its own stands already. */
async function refused() {
  const store = await aStoreWith([ready], { mode: 'manual' })
  await signIn(store)
  const app = anApp(store)
  await app.ask('fix', { fix: { kind: 'export', invoiceId } })
  await vi.waitFor(() => expect(app.server.count()).toBe(1))
  const failure = { code: 'likely-duplicate', raw: 'Both', billState: null, alike: [other] }
  app.server.settle(() => ({ state: 'refused', failure, bill: null, billContent: null }))
  const status = async () => (await store.invoices.get(invoiceId))?.status
  await vi.waitFor(async () => expect(await status()).toBe('failed'))
  return { store, app, status }
}

it('links the bill that a person chose, under a key of its own', async () => {
  const { app, status } = await refused()
  const fix = { kind: 'link-bill', invoiceId, bill: { id: other.id, number: other.number } } as const
  expect(await app.ask('fix', { fix })).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(app.server.count()).toBe(2))
  const [created, linked] = app.server.requests()
  expect(linked?.operation).toEqual({ kind: 'link', billId: 'bill-7' })
  expect(linked?.key).not.toBe(created?.key)
  expect(linked?.key.length).toBeLessThanOrEqual(255)
  app.server.settle(request => ({
    state: 'posted',
    bill: other,
    linked: true,
    accepted: request.bill.content,
  }))
  await vi.waitFor(async () => expect(await status()).toBe('exported'))
})

it('exports a bill of its own, and remembers which bills are others', async () => {
  const { store, app } = await refused()
  const despite = [other.id]
  await app.ask('fix', { fix: { kind: 'export-anyway', invoiceId, despite } })
  await vi.waitFor(() => expect(app.server.count()).toBe(2))
  expect(app.server.requests()[1]?.operation).toEqual({ kind: 'create', despite })
  const failure = { code: 'likely-duplicate', raw: 'Both', billState: null, alike: [aBill({ id: 'bill-9' })] }
  app.server.settle(() => ({ state: 'refused', failure, bill: null, billContent: null }))
  await vi.waitFor(async () => expect((await store.exports.get(invoiceId))?.state).toBe('refused'))
  await app.ask('fix', { fix: { kind: 'export-anyway', invoiceId, despite: ['bill-9' as BillId] } })
  await vi.waitFor(() => expect(app.server.count()).toBe(3))
  expect(app.server.requests()[2]?.operation).toEqual({ kind: 'create', despite: ['bill-7', 'bill-9'] })
})

it('is not tried again with all that failed: a person decides', async () => {
  const { app } = await refused()
  expect((await app.ask('summary', { outletIds: null })).retryable).toBe(0)
  await app.ask('retry-failed', { outletIds: null, invoiceIds: null })
  expect(app.server.count()).toBe(1)
})
