import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { assessInvoices } from '#lib/store/assess-invoices.ts'
import type { Store } from '#lib/store/open.ts'
import { see } from '#lib/store/see.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, factsOf, idOf, now, outletId } from './a-store.ts'

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const ready = (n: number, over: Parameters<typeof anInvoice>[0] = {}) =>
  anInvoice({ id: idOf(n), lines, ...over })

/** By invoice: the reasons, and the number of each twin that they name. */
async function told(store: Store) {
  const rows = await store.invoices.toArray()
  return Object.fromEntries(
    rows.map(({ id, assessment }) => [
      id,
      assessment.reasons.flatMap(reason =>
        reason.kind === 'likely-duplicate'
          ? reason.like.others.map(
              other => `${other.number}${'inBooks' in other && other.inBooks ? ' in the books' : ''}`,
            )
          : [],
      ),
    ]),
  )
}

describe('likely twins among what pages told', () => {
  it('are told on both sides, whichever came first, and stay exportable', async () => {
    const store = await aStoreWith([ready(1), ready(3, { number: 'OTHER' })])
    expect(await told(store)).toEqual({ 'inv-1': [], 'inv-3': [] })
    const { changed } = await see(store, factsOf([ready(2)]), now)
    expect(changed.sort()).toEqual(['inv-1', 'inv-2'])
    expect(await told(store)).toEqual({ 'inv-1': ['INV-1001'], 'inv-2': ['INV-1001'], 'inv-3': [] })
    expect((await store.invoices.get(idOf(2)))?.exportable).toBe(1)
    expect((await store.invoices.get(idOf(2)))?.assessment.fixes).toMatchObject([
      { kind: 'export-anyway' },
      { kind: 'show-invoice', invoiceId: 'inv-1', number: 'INV-1001' },
    ])
  })

  it('are found within one sighting, by number or by supplier, day and total', async () => {
    const store = await aStoreWith([
      ready(1),
      ready(2, { date: '2026-11-20' }),
      ready(3, { number: 'inv 1001' }),
    ])
    expect(await told(store)).toEqual({
      'inv-1': ['INV-1001', 'inv 1001'],
      'inv-2': ['INV-1001'],
      'inv-3': ['INV-1001'],
    })
  })

  it('are none any more once one of them is corrected', async () => {
    const store = await aStoreWith([ready(1), ready(2)])
    await see(store, factsOf([ready(2, { number: 'INV-2001', revision: 'r2', detailRevision: 'r2' })]), now)
    expect(await told(store)).toEqual({ 'inv-1': [], 'inv-2': [] })
    expect((await store.invoices.get(idOf(1)))?.twinIds).toBeUndefined()
  })

  it('are two where reading tells that one is a credit note', async () => {
    const store = await aStoreWith([ready(1), ready(2, { detail: null })])
    expect((await told(store))['inv-1']).toEqual(['INV-1001'])
    await see(store, factsOf([ready(2, { detail: aDetail({ document: 'credit-note', lines }) })]), now)
    expect(await told(store)).toEqual({ 'inv-1': [], 'inv-2': [] })
  })

  it('are said to be in the books as soon as they are', async () => {
    const store = await aStoreWith([ready(1), ready(2)])
    const record = aPostedExport('e'.repeat(64) as never, { bill: aBill({ state: 'submitted' }) })
    await store.exports.put({ invoiceId: idOf(1), outletId, record, state: 'posted', updatedAt: now })
    expect(await assessInvoices(store, [idOf(1)])).toEqual(['inv-1', 'inv-2'])
    expect((await told(store))['inv-2']).toEqual(['INV-1001 in the books'])
  })

  it('do not cross outlets', async () => {
    const store = await aStoreWith([ready(1)])
    await see(store, factsOf([ready(2, { outletId: 'outlet-2' })]), now)
    expect((await store.invoices.get(idOf(2)))?.twinIds).toBeUndefined()
  })
})
