import type { ExportRequest } from '../api/exports.ts'
import { buildBill } from '../domain/build-bill.ts'
import type { Failure } from '../domain/failure.ts'
import type { BillId, InvoiceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { freshDetail } from '../domain/invoice.ts'
import { invoiceContent } from '../domain/invoice-content.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import type { Mapping } from '../domain/mapping.ts'
import { wouldFail } from '../domain/ready.ts'
import { logActivity } from '../store/activity.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import type { ExportRow, InvoiceRow, OutboxRow, OutletRow } from '../store/database.ts'
import { needsLinkCheck } from '../store/link-check.ts'
import { loadMapping } from '../store/mapping.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { isLeased, putIntent } from '../store/outbox.ts'
import { recorded, statesInFlight } from '../store/record-export.ts'
import { writeSetting } from '../store/settings.ts'
import { storedLists } from '../store/stored-lists.ts'
import { say } from '../words/say.ts'
import { intend, intentKey, isWithServer, standing } from './intent.ts'

/** What became of each invoice that was to be sent. */
export interface Enqueued {
  queued: InvoiceId[]
  /** No bill can be made of it, or the ledger would refuse it; its assessment says why. */
  refused: InvoiceId[]
  /** Its lines must be read first; it is sent by itself then. */
  unread: InvoiceId[]
  /** The ledger must be asked first whether a bill stands already (link-bills.ts). */
  unchecked: InvoiceId[]
  /** The accounts of its ledger are not known here yet (lists.ts). */
  unlisted: InvoiceId[]
  /** Invoices whose assessment changed by it. */
  changed: InvoiceId[]
}

export interface EnqueueOptions {
  now: Instant
  /** A person agreed to pull submitted bills back out of their approval queue. */
  submittedToo?: boolean
  /** A person said that these bills, which look like the invoice's own, are others. It is remembered. */
  despite?: readonly BillId[]
  /** A person said that this bill is the invoice's. */
  linkTo?: BillId
}

const perTransaction = 100

/**
 * Puts the export of these invoices into the outbox: bill, record and intent in one transaction, so that
 * whatever happens to the worker, an invoice is either on its way or plainly not. Invoices of outlets that
 * Clearcloud does not export, and those that are on their way or in the books, are passed over.
 */
export async function enqueue(
  store: Store,
  invoiceIds: readonly InvoiceId[],
  options: EnqueueOptions,
): Promise<Enqueued> {
  const all: Enqueued = { queued: [], refused: [], unread: [], unchecked: [], unlisted: [], changed: [] }
  for (let from = 0; from < invoiceIds.length; from += perTransaction) {
    const some = invoiceIds.slice(from, from + perTransaction)
    const result = await inOneTransaction(store, () => enqueueSome(store, some, options))
    for (const key of Object.keys(all) as (keyof Enqueued)[]) all[key].push(...result[key])
  }
  return all
}

async function enqueueSome(
  store: Store,
  invoiceIds: readonly InvoiceId[],
  options: EnqueueOptions,
): Promise<Enqueued> {
  const result: Enqueued = { queued: [], refused: [], unread: [], unchecked: [], unlisted: [], changed: [] }
  const rows = (await store.invoices.bulkGet([...new Set(invoiceIds)])).filter(row => row !== undefined)
  const runs = await store.exports
    .where('state')
    .anyOf([...statesInFlight])
    .count()
  for (const [outletId, own] of Map.groupBy(rows, row => row.outletId)) {
    const outlet = await store.outlets.get(outletId)
    if (outlet?.exporter !== 'clearcloud' || outlet.connection === null) continue
    const lists = await storedLists(store, outlet.connection.id)
    const mapping = await loadMapping(
      store,
      outletId,
      own.flatMap(row => row.productIds),
    )
    for (const row of own) await enqueueOne(store, { row, outlet, mapping, lists }, options, result)
  }
  if (runs === 0 && result.queued.length > 0) await writeSetting(store, 'run', { since: options.now })
  result.changed = await assessInvoices(store, [...result.queued, ...result.refused, ...result.unread])
  return result
}

interface Whole {
  row: InvoiceRow
  outlet: OutletRow
  mapping: Mapping
  lists: LedgerLists | undefined
}

async function enqueueOne(
  store: Store,
  { row, outlet, mapping, lists }: Whole,
  options: EnqueueOptions,
  result: Enqueued,
): Promise<void> {
  const { now, despite = [] } = options
  const before = await store.exports.get(row.id)
  const waiting = await waitingInOutbox(store, row.id)
  if (!row.completed || isWithServer(before, waiting !== undefined)) return
  if (waiting && isLeased(waiting, now)) return
  if (freshDetail(row) === null) {
    if (row.exportWhenRead === 0) await store.invoices.update(row.id, { exportWhenRead: 1 })
    result.unread.push(row.id)
    return
  }
  if (before === undefined && wouldFail(row.assessment)) {
    // It stays where it is and says why; what a person asked for is answered by that.
    if (row.exportWhenRead === 1) await store.invoices.update(row.id, { exportWhenRead: 0 })
    result.refused.push(row.id)
    return
  }
  if (needsLinkCheck(row, outlet, before)) return void result.unchecked.push(row.id)
  if (lists === undefined || outlet.connection === null) return void result.unlisted.push(row.id)
  const content = invoiceContent(row)
  const others = [...new Set([...(row.despite ?? []), ...despite])]
  if (despite.length > 0) await store.invoices.update(row.id, { despite: others })
  const intended = intend({ ...row, despite: others }, before, content, options)
  if (row.exportWhenRead === 1) await store.invoices.update(row.id, { exportWhenRead: 0 })
  if (intended === null) return
  const built = buildBill({ invoice: row, outlet, mapping, lists })
  if (!built.ok) {
    if (waiting) await store.outbox.delete(waiting.seq)
    await refuse(store, row, before, built.failure, now)
    result.refused.push(row.id)
    return
  }
  const key = intentKey(row, content, intended.name)
  const body: ExportRequest = {
    key,
    connectionId: outlet.connection.id,
    outletId: outlet.id,
    invoiceId: row.id,
    operation: intended.operation,
    bill: built.bill,
  }
  if (waiting && waiting.key !== key) await store.outbox.delete(waiting.seq)
  await putIntent(store, { kind: 'export', key, invoiceId: row.id, outletId: outlet.id, body }, now)
  const about = { invoiceId: row.id, outletId: outlet.id, at: now, key, queuedAt: now }
  await store.exports.put(recorded(before, about, { state: 'queued', since: now, content }))
  result.queued.push(row.id)
}

/** Refused here, before anything was sent: no bill can be made of the invoice as it is. */
async function refuse(
  store: Store,
  row: InvoiceRow,
  before: ExportRow | undefined,
  failure: Failure,
  now: Instant,
): Promise<void> {
  const stands = standing(before)
  const record = {
    state: 'refused' as const,
    failure,
    at: now,
    content: invoiceContent(row),
    bill: stands?.bill ?? null,
    billContent: stands?.content ?? null,
  }
  const about = { invoiceId: row.id, outletId: row.outletId, at: now, queuedAt: now }
  await store.exports.put(recorded(before, about, record))
  const text = say('log.was-not-sent', { number: row.number, why: failure.raw })
  await logActivity(store, { at: now, kind: 'refused', text, outletId: row.outletId, invoiceId: row.id })
}

/** The unsent export of an invoice; there is never more than one. */
async function waitingInOutbox(store: Store, invoiceId: InvoiceId): Promise<OutboxRow | undefined> {
  const rows = await store.outbox.where('invoiceId').equals(invoiceId).toArray()
  return rows.find(row => row.kind === 'export')
}
