import type { LinkRequest } from '../api/bills.ts'
import type { Client } from '../api/client.ts'
import type { Bill } from '../domain/bill.ts'
import type { InvoiceId, OutletId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { freshDetail, type Invoice } from '../domain/invoice.ts'
import { invoiceContent } from '../domain/invoice-content.ts'
import type { Mapping } from '../domain/mapping.ts'
import { isNegative, negate } from '../domain/money.ts'
import { standingContent } from '../domain/standing-content.ts'
import { logActivity } from '../store/activity.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import type { InvoiceRow } from '../store/database.ts'
import { mayStand } from '../store/link-check.ts'
import { loadMapping } from '../store/mapping.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { recorded } from '../store/record-export.ts'
import { sayCount } from '../words/say.ts'

export interface Linked {
  /** How many bills were found and linked. */
  linked: number
  /** Invoices that Foodrazor exported and whose lines must be read before the ledger can be asked. */
  unread: InvoiceId[]
  changed: InvoiceId[]
}

const perRequest = 200

/**
 * Asks the ledger for the bills that stand already for invoices which Foodrazor says it exported and of
 * which we have no record, and records them as exported, so that none is made twice. `among`: only these.
 * Throws what the client throws; what was linked until then stays linked.
 */
export async function linkBills(
  store: Store,
  client: Client,
  outletId: OutletId,
  now: Instant,
  among?: readonly InvoiceId[],
): Promise<Linked> {
  const outlet = await store.outlets.get(outletId)
  const result: Linked = { linked: 0, unread: [], changed: [] }
  if (!outlet?.connection) return result
  const rows = await candidates(store, outletId, among)
  result.unread = rows.filter(row => freshDetail(row) === null).map(row => row.id)
  const known = rows.filter(row => freshDetail(row) !== null)
  const mapping = await loadMapping(store, outletId, [])
  for (let from = 0; from < known.length; from += perRequest) {
    const some = known.slice(from, from + perRequest)
    const invoices = some.map(row => asked(row, mapping))
    const answer = await client.link({ connectionId: outlet.connection.id, outletId, invoices })
    const bills = new Map(answer.items.map(item => [item.invoiceId, item.bill]))
    const { linked, changed } = await inOneTransaction(store, () => record(store, mapping, some, bills, now))
    result.linked += linked
    result.changed.push(...changed)
  }
  return result
}

async function candidates(
  store: Store,
  outletId: OutletId,
  among: readonly InvoiceId[] | undefined,
): Promise<InvoiceRow[]> {
  const rows = among
    ? (await store.invoices.bulkGet([...among])).filter(row => row !== undefined)
    : await store.invoices.where('outletId').equals(outletId).toArray()
  const records = await store.exports.bulkGet(rows.map(row => row.id))
  return rows.filter((row, index) => row.outletId === outletId && mayStand(row, records[index]))
}

/** What the ledger is asked for. A credit's total is positive there, however the invoice prints it. */
function asked(invoice: Invoice, mapping: Mapping): LinkRequest['invoices'][number] {
  const total = invoice.detail?.total ?? invoice.total
  const credit = invoice.detail?.document === 'credit-note' || isNegative(total)
  return {
    invoiceId: invoice.id,
    billId: invoice.detail?.linkedBill?.billId ?? null,
    kind: credit ? 'credit' : 'bill',
    number: invoice.number,
    contact: {
      id: mapping.contactOf(invoice.supplier.id) ?? null,
      name: invoice.supplier.name.slice(0, 255),
    },
    total: isNegative(total) ? negate(total) : total,
    currency: invoice.currency,
    content: invoiceContent(invoice),
  }
}

async function record(
  store: Store,
  mapping: Mapping,
  rows: readonly InvoiceRow[],
  bills: ReadonlyMap<InvoiceId, Bill | null>,
  now: Instant,
): Promise<{ linked: number; changed: InvoiceId[] }> {
  let linked = 0
  for (const row of rows) {
    const bill = bills.get(row.id)
    // Not answered for: ask again another time.
    if (bill === undefined) continue
    if (bill === null) {
      await store.invoices.update(row.id, { linkChecked: 1 })
      continue
    }
    if ((await store.exports.get(row.id)) !== undefined) continue
    linked += 1
    const about = { invoiceId: row.id, outletId: row.outletId, at: now }
    const invoice = asked(row, mapping)
    const content = standingContent(bill, invoice.total, invoice.content)
    const posted = { state: 'posted' as const, bill, content, at: now, linked: true, accepted: null }
    await store.exports.put(recorded(undefined, about, posted))
  }
  const outletId = rows[0]?.outletId ?? null
  const text = sayCount('log.standing-linked', linked)
  if (linked > 0) await logActivity(store, { at: now, kind: 'exported', text, outletId })
  const changed = await assessInvoices(
    store,
    rows.map(row => row.id),
  )
  return { linked, changed }
}
