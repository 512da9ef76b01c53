import type { Client } from '../api/client.ts'
import type { Bill } from '../domain/bill.ts'
import type { BillId, ConnectionId, InvoiceId } from '../domain/ids.ts'
import { addMilliseconds, type Instant } from '../domain/instant.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import type { PostedExport } from '../store/database.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { recorded } from '../store/record-export.ts'

const perRequest = 200
/** A bill seen within this time is not asked for again. */
const freshMs = 15 * 60_000

/**
 * Asks how the bills stand that may still change, those not seen for longest first, at most 200 per
 * connection, and stores their state. Gives the invoices whose assessment changed.
 * Throws what the client throws.
 */
export async function refreshBills(store: Store, client: Client, now: Instant): Promise<InvoiceId[]> {
  const stale = await staleBills(store, addMilliseconds(now, -freshMs))
  const changed: InvoiceId[] = []
  for (const [connectionId, bills] of stale) {
    const some = bills.sort((a, b) => (a.seenAt < b.seenAt ? -1 : 1)).slice(0, perRequest)
    const answer = await client.readBills({
      connectionId,
      bills: some.map(({ id, kind }) => ({ id, kind })),
    })
    changed.push(...(await storeBills(store, answer.items)))
  }
  return changed
}

async function staleBills(store: Store, before: Instant): Promise<Map<ConnectionId, Bill[]>> {
  const outlets = new Map((await store.outlets.toArray()).map(outlet => [outlet.id, outlet]))
  const found = new Map<ConnectionId, Bill[]>()
  await store.exports
    .where('state')
    .equals('posted')
    .each(({ outletId, record }) => {
      const outlet = outlets.get(outletId)
      const connection = outlet?.exporter === 'clearcloud' ? outlet.connection : null
      if (record.state !== 'posted' || !connection || connection.state === 'expired') return
      const settled = ['paid', 'voided', 'deleted'].includes(record.bill.state)
      if (settled || record.bill.seenAt > before) return
      const own = found.get(connection.id)
      if (own) own.push(record.bill)
      else found.set(connection.id, [record.bill])
    })
  return found
}

async function storeBills(store: Store, bills: readonly Bill[]): Promise<InvoiceId[]> {
  const seen = new Map<BillId, Bill>(bills.map(bill => [bill.id, bill]))
  return inOneTransaction(store, async () => {
    const rows = await store.exports.where('state').equals('posted').toArray()
    const touched: InvoiceId[] = []
    for (const row of rows) {
      const bill = row.record.state === 'posted' ? seen.get(row.record.bill.id) : undefined
      if (!bill) continue
      const record: PostedExport = { ...(row.record as PostedExport), bill }
      const about = { invoiceId: row.invoiceId, outletId: row.outletId, at: row.updatedAt }
      await store.exports.put(recorded(row, about, record))
      touched.push(row.invoiceId)
    }
    return assessInvoices(store, touched)
  })
}
