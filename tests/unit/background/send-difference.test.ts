import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ExportProgress } from '#lib/api/exports.ts'
import { Bill, BillToPost } from '#lib/domain/bill.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import { Fix } from '#lib/domain/fix.ts'
import { aBill } from '#tests/builders/bill.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, idOf, signIn } from '../store/a-store.ts'
import { anApp, stopApps } from './an-app.ts'

afterEach(stopApps)

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const changedAt = '2026-11-03T01:00:00.000Z'

/** A bill of one line of twice this price, with the tax code of the outlet's ledger. */
function standing(price: string): BillWhole {
  const whole = standingAs(BillToPost.parse(aBillToPost('INV-1', { price })))
  return { ...whole, lines: whole.lines.map(line => ({ ...line, taxCode: 'INPUT9' })) }
}

/** An app whose only invoice (10.90) was exported; its bill was approved and comes to 8.72 now. */
async function approved(over: Partial<BillWhole> = {}) {
  const store = await aStoreWith([anInvoice({ lines })], { mode: 'manual' })
  await signIn(store)
  const app = anApp(store)
  await app.ask('fix', { fix: { kind: 'export', invoiceId: idOf(1) } })
  await vi.waitFor(() => expect(app.server.count()).toBe(1))
  app.server.settle()
  await vi.waitFor(async () => expect((await store.exports.get(idOf(1)))?.state).toBe('posted'))
  const record = (await store.exports.get(idOf(1)))?.record
  if (record?.state !== 'posted') throw new Error('not posted')
  const bill = Bill.parse({ ...record.bill, state: 'approved', total: '8.72', changedAt })
  const whole = { ...standing('4.00'), bill, ...over }
  app.server.failWith((_method, path) =>
    path === '/v1/bills/whole' ? { status: 200, body: { items: [whole] } } : undefined,
  )
  const fix = Fix.parse({
    kind: 'send-difference',
    invoiceId: idOf(1),
    bill,
    difference: '2.18',
    ledger: 'xero',
  })
  return { app, store, bill, send: () => app.ask('fix', { fix }) }
}

describe('sending the difference', () => {
  it('sends a bill of its own for exactly the delta, once however often it is clicked', async () => {
    const { app, store, bill, send } = await approved()
    expect(await send()).toEqual({ ok: true, said: `Sending ${bill.number} / correction 1.` })
    await vi.waitFor(() => expect(app.server.count()).toBe(2))
    expect(await send()).toMatchObject({ ok: false })
    const request = app.server.requests().at(-1)
    expect(request).toMatchObject({
      operation: { kind: 'difference', of: { id: bill.id, kind: 'bill', changedAt }, correction: 1 },
      bill: {
        number: `${bill.number} / correction 1`,
        total: '2.18',
        lines: [{ amount: '2.00', tax: '0.18' }],
      },
    })
    expect(request?.key.length).toBeLessThanOrEqual(255)
    const correction = aBill({ id: 'bill-2', number: request?.bill.number, total: '2.18' })
    const end: ExportProgress = {
      state: 'posted',
      bill,
      linked: false,
      accepted: null,
      corrections: [correction],
    }
    app.server.settle(() => end)
    await vi.waitFor(async () => expect((await store.invoices.get(idOf(1)))?.status).toBe('exported'))
    const row = await store.invoices.get(idOf(1))
    expect(row?.assessment.reasons).toMatchObject([
      { kind: 'bill-stands', bill: { id: bill.id, state: 'approved' } },
      { kind: 'corrected', corrections: [{ id: 'bill-2' }] },
    ])
  })

  it('sends none where nothing differs any more, or the bill is gone', async () => {
    const { lines: same, taxTotal, net } = standing('5.00')
    const { app, send } = await approved({ lines: same, taxTotal, net })
    expect(await send()).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Nothing differs any more'),
    })
    app.server.failWith((_method, path) =>
      path === '/v1/bills/whole' ? { status: 200, body: { items: [null] } } : undefined,
    )
    expect(await send()).toEqual({ ok: false, problem: 'The bill is no longer in the ledger.' })
    expect(app.server.count()).toBe(1)
  })
})
