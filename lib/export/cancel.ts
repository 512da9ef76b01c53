import type { Client } from '../api/client.ts'
import type { InvoiceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { isLeased } from '../store/outbox.ts'
import { restore } from './results.ts'

export interface Cancelled {
  stopped: number
  changed: InvoiceId[]
}

/**
 * Stops what has not left this computer: rows of the outbox that nobody is sending, and what waits for its
 * lines to be read. What stood before stands again.
 */
export function cancelHere(store: Store, now: Instant): Promise<Cancelled> {
  return inOneTransaction(store, async () => {
    const rows = await store.outbox.where('kind').equals('export').toArray()
    const touched = new Set<InvoiceId>()
    for (const row of rows) {
      if (isLeased(row, now) || row.invoiceId === null) continue
      await store.outbox.delete(row.seq)
      await restore(store, await store.exports.get(row.invoiceId))
      touched.add(row.invoiceId)
    }
    const unread = await store.invoices.where('exportWhenRead').equals(1).toArray()
    await store.invoices.bulkPut(unread.map(row => ({ ...row, exportWhenRead: 0 as const })))
    for (const row of unread) touched.add(row.id)
    return { stopped: touched.size, changed: await assessInvoices(store, [...touched]) }
  })
}

/**
 * Asks the server to stop what it has accepted and not yet sent to a ledger. What is on its way to the
 * ledger goes on: stopping it half way would leave its outcome unknown. Throws what the client throws.
 */
export async function cancelThere(store: Store, client: Client): Promise<Cancelled> {
  const rows = await store.exports.where('state').anyOf(['sent', 'waiting']).toArray()
  const keys = rows.flatMap(row => row.key ?? [])
  if (keys.length === 0) return { stopped: 0, changed: [] }
  const cancelled = new Set((await client.cancel({ keys: keys.slice(0, 5000) })).cancelled)
  return inOneTransaction(store, async () => {
    const touched: InvoiceId[] = []
    for (const { invoiceId, key } of rows) {
      const row = await store.exports.get(invoiceId)
      // Its end may have been read meanwhile.
      if (!row || key === undefined || !cancelled.has(key) || row.key !== key || row.state === 'posted')
        continue
      await restore(store, row)
      touched.push(invoiceId)
    }
    return { stopped: touched.length, changed: await assessInvoices(store, touched) }
  })
}
