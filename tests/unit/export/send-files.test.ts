import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEngine, type Engine } from '#lib/export/engine.ts'
import { enqueue } from '#lib/export/enqueue.ts'
import type { Store } from '#lib/store/open.ts'
import { readSetting } from '#lib/store/settings.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aClock, aStoreWith, idOf, now, signIn } from '../store/a-store.ts'
import { aServer, type TestServer } from './a-server.ts'

const file = { name: 'scan.pdf', url: 'https://app.foodrazor.com/files/scan.pdf' }
const until = (what: () => Promise<void> | void) => vi.waitFor(what, { timeout: 4000, interval: 20 })

const engines: Engine[] = []
afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop()
})

/** An invoice with a file, exported by an engine whose page answers as `readFile` says. */
async function exported(server: TestServer, readFile: (url: string) => Promise<Response>) {
  const lines = [aLine('Romaine', { group: 'Vegetables' })]
  const store = await aStoreWith([anInvoice({ detail: aDetail({ lines, file }) })])
  await signIn(store)
  await enqueue(store, [idOf(1)], { now })
  const clock = aClock()
  const engine = createEngine({
    store,
    clock,
    connect: async () => ((await readSetting(store, 'session')) === null ? null : server.client()),
    changed: () => undefined,
    setAlarm: () => undefined,
    onError: error => {
      throw error
    },
    readFile,
  })
  engines.push(engine)
  void engine.wake()
  await until(() => expect(server.count()).toBe(1))
  server.settle()
  return { store, engine, clock }
}

const fileOf = async (store: Store) => {
  const row = await store.exports.get(idOf(1))
  return row?.record.state === 'posted' ? row.record.file : undefined
}
const assessed = async (store: Store) => (await store.invoices.get(idOf(1)))?.assessment
const scanned = async () => new Response('%PDF-1.4', { headers: { 'content-type': 'application/pdf' } })

describe('the file that came with an invoice', () => {
  it('goes along once the bill stands, from the page’s own address', async () => {
    const server = aServer()
    const read = vi.fn(scanned)
    const { store } = await exported(server, read)
    await until(async () =>
      expect(await fileOf(store)).toMatchObject({ state: 'attached', name: 'scan.pdf' }),
    )
    expect(read.mock.calls).toEqual([[file.url]])
    expect(server.files).toMatchObject([{ name: 'scan.pdf', type: 'application/pdf', size: 8 }])
    expect(await store.outbox.count()).toBe(0)
    expect((await assessed(store))?.reasons.map(({ kind }) => kind)).toEqual(['bill-stands'])
  })

  it('that the ledger refuses leaves the bill green, says so, and is tried again alone', async () => {
    const server = aServer()
    server.refuseFiles = true
    const { store } = await exported(server, scanned)
    await until(async () => expect(await fileOf(store)).toMatchObject({ state: 'refused' }))
    expect(await assessed(store)).toMatchObject({
      status: 'exported',
      reasons: [{ kind: 'bill-stands' }, { kind: 'file-refused', name: 'scan.pdf' }],
      fixes: [{ kind: 'retry-file', invoiceId: 'inv-1' }, { kind: 'open-bill' }],
    })
  })

  it('that the page does not give is said too, and holds nothing up', async () => {
    const { store } = await exported(aServer(), async () => new Response('', { status: 404 }))
    await until(async () =>
      expect(await fileOf(store)).toMatchObject({ failure: { code: 'file-unreadable' } }),
    )
    expect(await store.outbox.count()).toBe(0)
  })

  it('waits in the outbox while the page cannot be reached', async () => {
    const reads = vi.fn(async (): Promise<Response> => {
      throw new TypeError('Failed to fetch')
    })
    const { store, engine, clock } = await exported(aServer(), reads)
    await until(() => expect(reads).toHaveBeenCalledTimes(1))
    await until(async () =>
      expect((await store.outbox.toArray())[0]).toMatchObject({ kind: 'file', leasedBy: null }),
    )
    reads.mockImplementation(scanned)
    clock.pass(61_000)
    void engine.wake()
    await until(async () => expect(await fileOf(store)).toMatchObject({ state: 'attached' }))
  })
})
