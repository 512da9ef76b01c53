import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ConnectionId } from '#lib/domain/ids.ts'
import { putLists } from '#lib/store/put-lists.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection } from '#tests/builders/outlet.ts'
import { aServer } from '../export/a-server.ts'
import { aStoreWith, idOf, outletId, signIn } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const ready = anInvoice({ lines })
const contact = (active: boolean) => [{ id: 'contact-1', name: 'Green Valley Produce', active }]
const archived = (fetchedAt: string) => someLists({ contacts: contact(false), fetchedAt })
const everything = { outletIds: null, invoiceIds: null }

/** An outlet whose supplier was archived when its lists were read; the ledger has made it active since. */
async function archivedSupplier(outlet = {}, readAt = '2026-11-03T01:30:00.000Z', invoices = [ready]) {
  const store = await aStoreWith(invoices, outlet)
  await signIn(store)
  await putLists(store, aConnection.id as ConnectionId, archived(readAt))
  const server = aServer()
  const fresh: boolean[] = []
  server.failWith((_method, path, _body) => {
    if (!path.endsWith('/lists')) return undefined
    fresh.push(true)
    return { status: 200, body: someLists({ fetchedAt: '2026-11-03T02:00:00.000Z' }) }
  })
  return { store, app: anApp(store, server), reads: fresh }
}

const stateOf = async ({ store }: Awaited<ReturnType<typeof archivedSupplier>>) => {
  const row = await store.invoices.get(idOf(1))
  return [row?.status, row?.assessment.reasons[0]?.kind]
}

describe('what the ledger would refuse', () => {
  it('is neither sent by itself nor by *Export all ready*, which says why', async () => {
    const at = await archivedSupplier()
    await at.app.wake()
    expect((await at.app.ask('summary', { outletIds: null })).exportable).toBe(0)
    expect(await at.app.ask('export-ready', everything)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('would be refused'),
    })
    expect(at.app.server.count()).toBe(0)
    expect(await stateOf(at)).toEqual(['ready', 'would-fail'])
  })

  it('leaves the others of *Export all ready* alone', async () => {
    const other = anInvoice({ id: 'inv-2', number: 'B', lines, supplier: { id: 's-2', name: 'Blue Pier' } })
    const at = await archivedSupplier({ mode: 'manual' }, undefined, [ready, other])
    await at.app.ask('export-ready', everything)
    await vi.waitFor(() =>
      expect(at.app.server.requests().map(({ invoiceId }) => invoiceId)).toEqual(['inv-2']),
    )
  })

  it('answers a wish to export it once it is read', async () => {
    const at = await archivedSupplier({ mode: 'manual' })
    await at.store.invoices.update(idOf(1), { exportWhenRead: 1 })
    await at.app.wake()
    expect(await at.store.invoices.get(idOf(1))).toMatchObject({ exportWhenRead: 0, status: 'ready' })
    expect(at.app.server.count()).toBe(0)
  })

  it('goes by itself once a look at the ledger finds it put right', async () => {
    const at = await archivedSupplier()
    const reply = await at.app.ask('fix', { fix: { kind: 'refresh-lists', outletId } })
    expect(reply).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(at.app.server.count()).toBe(1))
  })

  it('waits for the click in manual mode', async () => {
    const at = await archivedSupplier({ mode: 'manual' })
    await at.app.ask('refresh-lists', { outletId }, fromOptions)
    expect(await stateOf(at)).toEqual(['ready', 'nothing-missing'])
    expect(at.app.server.count()).toBe(0)
  })

  it('goes by itself once its supplier is linked to another contact', async () => {
    const at = await archivedSupplier()
    const contacts = [...contact(false), { id: 'contact-2', name: 'Green Valley', active: true }]
    const lists = someLists({ contacts, fetchedAt: '2026-11-03T01:40:00.000Z' })
    await putLists(at.store, aConnection.id as ConnectionId, lists)
    await at.app.ask('fix', {
      fix: {
        kind: 'link-contact',
        outletId,
        supplierId: ready.supplier.id,
        contact: { id: 'contact-2' as never, name: 'Green Valley' },
      },
    })
    await vi.waitFor(() => expect(at.app.server.requests()[0]?.bill.contact.id).toBe('contact-2'))
  })

  it('is judged by lists that are read anew when they are hours old, and not before', async () => {
    const young = await archivedSupplier()
    await young.app.wake()
    expect(young.reads).toEqual([])
    const old = await archivedSupplier({ mode: 'manual' }, '2026-11-02T20:00:00.000Z')
    await old.app.wake()
    expect(old.reads).toHaveLength(1)
    expect(await stateOf(old)).toEqual(['ready', 'nothing-missing'])
  })

  it('is judged by what is known where the server cannot be reached', async () => {
    const at = await archivedSupplier({ mode: 'manual' }, '2026-11-02T20:00:00.000Z')
    at.app.server.failWith(() => Promise.reject(new TypeError('offline')))
    await at.app.wake()
    expect(await stateOf(at)).toEqual(['ready', 'would-fail'])
  })
})

describe('the way to what must be chosen', () => {
  it('opens the options and says what to choose there', async () => {
    const at = await archivedSupplier()
    const reply = await at.app.ask('fix', { fix: { kind: 'open-options', outletId, choose: 'contact' } })
    expect(reply).toMatchObject({ ok: true, said: expect.stringContaining('contact for the supplier') })
    expect(at.app.opened).toEqual(['options'])
  })

  it('shows another invoice on the page, or says where', async () => {
    const at = await archivedSupplier()
    const fix = { kind: 'show-invoice', invoiceId: idOf(2), number: 'B' } as const
    expect(await at.app.ask('fix', { fix })).toEqual({ ok: true, said: null })
    expect(at.app.notices('show-invoice')).toMatchObject([{ message: { data: { invoiceId: idOf(2) } } }])
    at.app.page.tabs = []
    expect(await at.app.ask('fix', { fix }, fromOptions)).toMatchObject({ ok: false })
  })
})
