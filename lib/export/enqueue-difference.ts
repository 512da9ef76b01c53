import type { ExportRequest } from '../api/exports.ts'
import type { Bill, BillToPost } from '../domain/bill.ts'
import type { InvoiceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { putIntent } from '../store/outbox.ts'
import { inFlight, recorded } from '../store/record-export.ts'
import { writeSetting } from '../store/settings.ts'
import { intentKey, standing } from './intent.ts'

/** A difference to send: `bill` says what the invoice says beyond `of`, as it was when that was read. */
export interface DifferenceToSend {
  invoiceId: InvoiceId
  bill: BillToPost
  of: Pick<Bill, 'id' | 'kind' | 'changedAt'>
  /** Which correction of that bill this is. */
  correction: number
}

/**
 * Puts a difference into the outbox: record and intent in one transaction, as enqueue.ts does for an export.
 * @returns the invoices whose assessment changed; null where the invoice is on its way already, or its bill is
 * another one by now
 */
export function enqueueDifference(
  store: Store,
  { invoiceId, bill, of, correction }: DifferenceToSend,
  now: Instant,
): Promise<InvoiceId[] | null> {
  return inOneTransaction(store, async () => {
    const row = await store.invoices.get(invoiceId)
    const outlet = row && (await store.outlets.get(row.outletId))
    const before = await store.exports.get(invoiceId)
    const stands = standing(before)
    if (!row || !outlet?.connection || !before || stands?.bill.id !== of.id || inFlight(before.state))
      return null
    // From which state of the bill it starts is part of the intent, as with an update.
    const from = Date.parse(stands.at).toString(36)
    const key = intentKey(row, bill.content, `difference-${correction}-${from}`)
    const { id, kind, changedAt } = of
    const body: ExportRequest = {
      key,
      connectionId: outlet.connection.id,
      outletId: outlet.id,
      invoiceId,
      operation: { kind: 'difference', of: { id, kind, changedAt }, correction },
      bill,
    }
    await putIntent(store, { kind: 'export', key, invoiceId, outletId: outlet.id, body }, now)
    const about = { invoiceId, outletId: outlet.id, at: now, key, queuedAt: now }
    await store.exports.put(recorded(before, about, { state: 'queued', since: now, content: bill.content }))
    await writeSetting(store, 'run', { since: now })
    return assessInvoices(store, [invoiceId])
  })
}
