import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BillToPost } from '#lib/domain/bill.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, idOf, signIn } from '../store/a-store.ts'
import { anApp, stopApps } from './an-app.ts'

afterEach(stopApps)

const lines = [aLine('Romaine', { group: 'Vegetables' })]

/** An app whose only invoice was exported, and whose bill says this now. */
async function exported(whole: ReturnType<typeof standingAs> | null) {
  const store = await aStoreWith([anInvoice({ lines })], { mode: 'manual' })
  await signIn(store)
  const app = anApp(store)
  await app.ask('fix', { fix: { kind: 'export', invoiceId: idOf(1) } })
  await vi.waitFor(() => expect(app.server.count()).toBe(1))
  app.server.settle()
  await vi.waitFor(async () => expect((await store.exports.get(idOf(1)))?.state).toBe('posted'))
  app.server.failWith((_method, path) =>
    path === '/v1/bills/whole' ? { status: 200, body: { items: [whole] } } : undefined,
  )
  return app
}

describe('an invoice beside its bill', () => {
  it('is what it would post, and what the ledger has now', async () => {
    const app = await exported(standingAs(BillToPost.parse(aBillToPost('INV-1', { price: '4.00' }))))
    const reply = await app.ask('compare', { invoiceId: idOf(1) })
    expect(reply).toMatchObject({
      ok: true,
      comparison: { same: false, total: { ours: '10.90', theirs: '8.72', delta: '2.18' } },
      accounts: { 310: expect.any(String) },
    })
  })

  it('says where there is no bill, or none any more', async () => {
    const app = await exported(null)
    expect(await app.ask('compare', { invoiceId: idOf(1) })).toEqual({
      ok: false,
      problem: 'The ledger does not know this bill any more.',
    })
    expect(await app.ask('compare', { invoiceId: idOf(2) })).toMatchObject({ ok: false })
  })
})
