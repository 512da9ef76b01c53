import type { InvoiceId, OutletId } from '#lib/domain/ids.ts'
import { exportByItself } from '#lib/export/auto.ts'
import { type Enqueued, type EnqueueOptions, enqueue } from '#lib/export/enqueue.ts'
import { linkBills } from '#lib/export/link-bills.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import type { App } from './app.ts'
import { readDetails } from './read-details.ts'
import { signedInClient } from './signed-in.ts'

/** What a person's click on an export led to. */
export interface SentInvoices {
  queued: number
  refused: number
  /** Are read first, then sent by themselves. */
  reading: number
  /** Cannot be read just now: no page is open. */
  unreadable: number
  /** A bill stood already and was linked instead. */
  linked: number
}

/**
 * Sends invoices because a person asked for it: fetches the chart of accounts where it is not known, asks
 * the ledger first where Foodrazor says that it exported one, has unread ones read. Then wakes the engine.
 * @throws Refusal, ProblemError or UnreachableError where one of these is needed and cannot be had.
 */
export async function sendInvoices(
  app: App,
  invoiceIds: readonly InvoiceId[],
  { tabId = null, ...asked }: Omit<EnqueueOptions, 'now'> & { tabId?: number | null } = {},
): Promise<SentInvoices> {
  const options = { ...asked, now: app.clock() }
  const first = await enqueue(app.store, invoiceIds, options)
  app.notifier.changed(first.changed)
  const { more, linked } = await clearTheWay(app, first)
  const second = await enqueue(app.store, more, options)
  app.notifier.changed(second.changed)
  const unread = [...first.unread, ...second.unread]
  const reading = await readDetails(app, tabId, unread)
  void app.engine.wake()
  return {
    queued: first.queued.length + second.queued.length,
    refused: first.refused.length + second.refused.length,
    reading,
    unreadable: unread.length - reading,
    linked,
  }
}

/**
 * Sends what sends itself among invoices that just changed. What needs the server first and cannot have it
 * stays as it is: it comes round again with the next change or wake. `afterFix`: see exportByItself.
 */
export async function sendByThemselves(
  app: App,
  invoiceIds: readonly InvoiceId[],
  afterFix = false,
): Promise<number> {
  const options = { now: app.clock(), afterFix }
  const first = await exportByItself(app.store, invoiceIds, options)
  app.notifier.changed(first.changed)
  if (first.queued.length > 0) void app.engine.wake()
  if (first.unlisted.length + first.unchecked.length === 0 || (await app.connect()) === null) {
    return first.queued.length
  }
  const { more } = await clearTheWay(app, first)
  const second = await exportByItself(app.store, more, options)
  app.notifier.changed(second.changed)
  if (second.queued.length > 0) void app.engine.wake()
  return first.queued.length + second.queued.length
}

/** Gets what the first attempt lacked: charts of accounts, and the ledger's word on bills that may stand. */
async function clearTheWay(app: App, first: Enqueued): Promise<{ more: InvoiceId[]; linked: number }> {
  const stopped = [...first.unlisted, ...first.unchecked]
  if (stopped.length === 0) return { more: [], linked: 0 }
  const client = await signedInClient(app)
  const rows = (await app.store.invoices.bulkGet(stopped)).filter(row => row !== undefined)
  const unchecked = new Set(first.unchecked)
  let linked = 0
  for (const [outletId, own] of Map.groupBy(rows, row => row.outletId)) {
    await ensureLists(app, outletId)
    const ask = own.map(row => row.id).filter(id => unchecked.has(id))
    if (ask.length === 0) continue
    const result = await linkBills(app.store, client, outletId, app.clock(), ask)
    app.notifier.changed(result.changed)
    linked += result.linked
  }
  return { more: stopped, linked }
}

async function ensureLists(app: App, outletId: OutletId): Promise<void> {
  const connection = (await app.store.outlets.get(outletId))?.connection
  if (!connection) return
  const { changed } = await ledgerLists(app.store, await signedInClient(app), connection.id)
  app.notifier.changed(changed)
}
