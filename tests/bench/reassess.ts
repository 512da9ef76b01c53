import 'fake-indexeddb/auto'
import type { OutletId, ProductId } from '#lib/domain/ids.ts'
import { assessOutlet, assessProducts } from '#lib/store/assess-invoices.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import { inOneTransaction, openStore, type Store } from '#lib/store/open.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'
import type { Bench } from './measure.ts'

const count = 10_000
/** Every so many invoices hold the product that is assigned. */
const every = 200
const outletId = 'outlet-1' as OutletId
const product = 'p-Samphire' as ProductId

export const reassess: Bench = {
  name: 'reassess',
  says: `assigning one product among ${count} invoices looks only at those that hold it`,
  async run() {
    const store = await filledStore()
    // Warm: neither of the two pays for what is compiled or opened first.
    await inOneTransaction(store, () => assessOutlet(store, outletId))
    await store.productGroups.put({
      outletId,
      productId: product,
      groupId: 'g-vegetables' as never,
      at: '2026-11-03T01:00:00.000Z' as never,
    })
    const one = await timed(store, () => assessProducts(store, outletId, [product]))
    const all = await timed(store, () => assessOutlet(store, outletId))
    store.close()
    return [
      {
        what: 'time of one product to that of all invoices',
        value: one.ms / all.ms,
        limit: 1 / 20,
        unit: '',
      },
      { what: 'invoices assessed', value: one.result.concerned.length, limit: count / every, unit: 'rows' },
      {
        what: 'invoices left out that hold it',
        value: count / every - one.result.concerned.length,
        limit: 0,
        unit: 'rows',
      },
    ]
  },
}

async function timed<T>(store: Store, act: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await inOneTransaction(store, act)
  return { ms: performance.now() - started, result }
}

async function filledStore(): Promise<Store> {
  const store = openStore('bench-reassess')
  await store.outlets.put(anOutlet())
  // With an account and a ledger's lists each invoice that is ready is judged by pre-flight as well.
  await store.groupAccounts.put({
    outletId,
    groupId: 'g-vegetables' as never,
    account: '310' as never,
    at: '2026-11-03T01:00:00.000Z' as never,
  })
  const contacts = Array.from({ length: 2000 }, (_, index) => ({
    id: `contact-${index}`,
    name: `Supplier ${index} Pte Ltd`,
    active: true,
  }))
  await store.lists.put({ connectionId: aConnection.id as never, lists: someLists({ contacts }) })
  const rows = Array.from({ length: count }, (_, index): InvoiceRow => {
    const names =
      index % every === 0 ? ['Samphire'] : [`Product ${index % 700}`, `Product ${(index * 7) % 700}`]
    const lines = names.map(name => aLine(name, name === 'Samphire' ? {} : { group: 'vegetables' }))
    const invoice = anInvoice({ id: `inv-${index}`, number: `INV-${index}`, lines })
    return {
      ...invoice,
      productIds: lines.flatMap(line => line.product?.id ?? []),
      groupIds: [],
      status: 'not-recognised',
      assessment: { status: 'not-recognised', reasons: [], fixes: [] } as never,
      exportWhenRead: 0,
    }
  })
  await store.invoices.bulkPut(rows)
  return store
}
