import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { ExportProgress, ExportRequest } from '#lib/api/exports.ts'
import type { Export } from '#lib/domain/export.ts'
import { addMilliseconds, type Instant } from '#lib/domain/instant.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { enqueue } from '#lib/export/enqueue.ts'
import { readResults } from '#lib/export/results.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, idOf, now, outletId, signIn } from '../store/a-store.ts'
import { aServer } from './a-server.ts'

const ready = anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] })
const invoiceId = idOf(1)
const failure = { code: 'account-archived', raw: 'archived', billState: null }
const refused: ExportProgress = { state: 'refused', failure, bill: null, billContent: null }

/** An invoice whose export the server has, and what it may answer of it. */
async function sent() {
  const store = await aStoreWith([ready])
  await enqueue(store, [invoiceId], { now })
  const server = aServer()
  const [row] = await store.outbox.toArray()
  await server.client().sendExports([row?.body])
  await store.outbox.clear()
  const read = () => readResults(store, server.client(), 0)
  const record = async () => (await store.exports.get(invoiceId))?.record
  return { store, server, read, record, request: row?.body as ExportRequest }
}

/** The server's word of a bill, as it was when the bill was made. */
function posted(record: Export) {
  if (record.state !== 'posted') throw new Error('not posted')
  return { state: 'posted' as const, bill: record.bill, linked: false, accepted: null }
}

describe('what became of an export', () => {
  it('is stored with the cursor, once', async () => {
    const { store, server, read, record } = await sent()
    server.settle()
    expect(await read()).toEqual({ changed: [invoiceId], items: 1 })
    expect(await record()).toMatchObject({ state: 'posted', content: invoiceContent(ready) })
    const cursor = await readSetting(store, 'cursor')
    expect(cursor).toBeGreaterThan(0)
    expect(await read()).toEqual({ changed: [], items: 0 })
    // Read again from the beginning, as after a lost cursor: nothing is told twice.
    await store.settings.put({ key: 'cursor', value: 0 })
    expect((await read()).changed).toEqual([])
    expect(await store.activity.count()).toBe(1)
  })

  it('tells of a lost connection, but not of one that somebody connected anew since', async () => {
    const { store, server, read } = await sent()
    const state = async () => (await store.outlets.get(outletId))?.connection?.state
    const connectedAt = async (at: string) => {
      const session = await readSetting(store, 'session')
      const connections = session?.connections.map(one => ({ ...one, connectedAt: at as Instant })) ?? []
      if (session) await writeSetting(store, 'session', { ...session, connections })
    }
    await signIn(store)
    server.settle(() => ({ state: 'waiting', why: 'reconnect', until: null }))
    await connectedAt(addMilliseconds(now, 1000))
    await read()
    expect(await state()).toBe('connected')
    await store.settings.put({ key: 'cursor', value: 0 })
    await connectedAt(addMilliseconds(now, -1000))
    await read()
    expect(await state()).toBe('expired')
  })

  it('goes on with what people do to the bill: they edit it, and take the edit back', async () => {
    const { store, server, read, record } = await sent()
    server.settle()
    await read()
    const drift = { edits: [{ what: 'number' as const, line: null, was: '1', is: '2' }], lockedUntil: null }
    const told = posted((await record()) as Export)
    server.settle(() => ({ ...told, bill: { ...told.bill, state: 'approved' }, drift }), 'posted')
    expect((await read()).changed).toEqual([invoiceId])
    const { assessment } = (await store.invoices.get(invoiceId)) ?? {}
    expect(assessment?.reasons).toMatchObject([
      { kind: 'edited-in-ledger', edits: drift.edits },
      { kind: 'bill-stands', bill: { state: 'approved' } },
    ])
    server.settle(() => told, 'posted')
    await read()
    expect(await record()).not.toHaveProperty('drift')
  })

  it('tells the cause of a refusal, and the log says it', async () => {
    const { store, server, read, record } = await sent()
    server.settle(() => refused)
    await read()
    expect(await record()).toMatchObject({ state: 'refused', failure })
    expect((await store.activity.toArray())[0]?.text).toContain('An account was archived in Xero')
  })

  it('acknowledges what is still in the outbox: it need not be sent again', async () => {
    const { store, server, read, request } = await sent()
    await store.outbox.add({
      kind: 'export',
      key: request.key,
      invoiceId,
      outletId,
      body: request,
      attempts: 1,
      nextAttemptAt: now,
      leasedBy: null,
      leasedUntil: null,
    })
    server.settle()
    await read()
    expect(await store.outbox.count()).toBe(0)
  })

  it('leaves an export that was asked for again after it had been stopped', async () => {
    const { store, server, read, record, request } = await sent()
    await server.client().cancel({ keys: [request.key] })
    await store.exports.delete(invoiceId)
    await enqueue(store, [invoiceId], { now })
    await read()
    expect(await record()).toMatchObject({ state: 'queued' })
    expect(await store.outbox.count()).toBe(1)
  })

  it('brings back the bill that stood where an update was stopped', async () => {
    const store = await aStoreWith([ready])
    const stood = aPostedExport('e'.repeat(64) as never, { bill: aBill({ state: 'submitted' }) })
    await store.exports.put({ invoiceId, outletId, record: stood, state: 'posted', updatedAt: now })
    await enqueue(store, [invoiceId], { now, submittedToo: true })
    const server = aServer()
    const [row] = await store.outbox.toArray()
    await server.client().sendExports([row?.body])
    await store.outbox.clear()
    await server.client().cancel({ keys: [row?.key as never] })
    await readResults(store, server.client(), 0)
    expect((await store.exports.get(invoiceId))?.record).toEqual(stood)
  })

  it('forgets a bill that was unlinked on another computer', async () => {
    const { store, server, read, record } = await sent()
    server.settle()
    await read()
    server.settle(() => ({ state: 'cancelled' }), 'posted')
    await read()
    expect(await record()).toBeUndefined()
    expect((await store.invoices.get(invoiceId))?.status).toBe('ready')
  })

  it('does not let the unlinked export end the one that follows it', async () => {
    const { store, server, read, record } = await sent()
    server.settle()
    await read()
    await store.exports.delete(invoiceId)
    await store.invoices.update(invoiceId, { unlinked: 1 })
    await enqueue(store, [invoiceId], { now })
    server.settle(() => ({ state: 'cancelled' }), 'posted')
    await read()
    expect(await record()).toMatchObject({ state: 'queued' })
  })

  it('keeps the bill’s later state when an acceptance comes with an earlier one', async () => {
    const { store, server, read, record } = await sent()
    server.settle()
    await read()
    const row = await store.exports.get(invoiceId)
    if (row?.record.state !== 'posted') throw new Error('not posted')
    const bill = {
      ...row.record.bill,
      state: 'approved' as const,
      seenAt: '2026-11-09T00:00:00.000Z' as never,
    }
    await store.exports.put({ ...row, record: { ...row.record, bill }, stands: null })
    server.settle(() => ({ ...posted(row.record), accepted: 'a'.repeat(64) as never }), 'posted')
    await read()
    expect(await record()).toMatchObject({ bill: { state: 'approved' }, accepted: 'a'.repeat(64) })
  })

  it('keeps what another computer exported of an invoice not seen here yet', async () => {
    const { store, server, read } = await sent()
    await store.invoices.clear()
    await store.exports.clear()
    server.settle()
    await read()
    expect((await store.exports.get(invoiceId))?.state).toBe('posted')
  })
})
