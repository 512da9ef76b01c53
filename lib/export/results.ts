import type { Client } from '../api/client.ts'
import type { ExportProgress, ExportRecord } from '../api/exports.ts'
import type { Export } from '../domain/export.ts'
import { failureWords } from '../domain/failures/words.ts'
import type { InvoiceId } from '../domain/ids.ts'
import { type Happened, logActivity } from '../store/activity.ts'
import { assessInvoices, assessOutlet } from '../store/assess-invoices.ts'
import type { ExportRow } from '../store/database.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { inFlight, recorded, standsIn } from '../store/record-export.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { money } from '../words/formats.ts'
import { say } from '../words/say.ts'
import { standing } from './intent.ts'
import { wantFile } from './send-files.ts'

export interface Results {
  /** Invoices whose assessment changed. */
  changed: InvoiceId[]
  /** How many changes there were; the server gives at most 500 at a time. */
  items: number
}

/**
 * Reads what became of the exports since the cursor, waiting up to `waitSeconds` for something new, and
 * stores it with the cursor in one transaction: a result is read once, or again from the same place.
 * Throws what the client throws.
 */
export async function readResults(
  store: Store,
  client: Client,
  waitSeconds: number,
  signal?: AbortSignal,
): Promise<Results> {
  const after = await readSetting(store, 'cursor')
  const page = await client.exportsAfter(after, waitSeconds, signal)
  return inOneTransaction(store, async () => {
    // Read again from elsewhere meanwhile (another server was chosen): this answer is of no use.
    if ((await readSetting(store, 'cursor')) !== after) return { changed: [], items: 0 }
    const touched: InvoiceId[] = []
    for (const item of page.items) if (await storeResult(store, item)) touched.push(item.invoiceId)
    if (page.cursor !== after) await writeSetting(store, 'cursor', page.cursor)
    const changed = new Set(await assessInvoices(store, touched))
    for (const id of await noteLostConnections(store, page.items)) changed.add(id)
    return { changed: [...changed], items: page.items.length }
  })
}

/** Gives whether the record changed. */
async function storeResult(store: Store, item: ExportRecord): Promise<boolean> {
  const before = await store.exports.get(item.invoiceId)
  if (before?.sequence !== undefined && before.sequence >= item.sequence) return false
  const ownKey = before === undefined || before.key === undefined || before.key === item.key
  const about = {
    invoiceId: item.invoiceId,
    outletId: item.outletId,
    at: item.updatedAt,
    sequence: item.sequence,
  }
  const record = withLatestBill(recordOf(item, item.progress), before)
  if (!ownKey && before !== undefined && inFlight(before.state)) {
    // An earlier export of the same invoice; ours is on its way, but what stands in the ledger counts.
    if (record?.state !== 'posted') return false
    await store.exports.put({ ...before, stands: record, sequence: item.sequence })
    return true
  }
  const waiting = store.outbox.where('key').equals(item.key)
  if (record === null) {
    // Another export's end; or asked for again since it was stopped: that wish stands in the outbox.
    if (!ownKey || before === undefined || (await waiting.count()) > 0) return false
    if (inFlight(before.state)) return restore(store, before)
    // It had come to its end before: its bill was unlinked, perhaps on another computer.
    await store.exports.delete(before.invoiceId)
    return true
  }
  // The server has it, so it need not be sent again.
  await waiting.delete()
  const row = recorded(before, { ...about, key: item.key }, record)
  await store.exports.put(row)
  if (record.state === 'posted' && !record.linked && record.file === undefined) await wantFile(store, row)
  const line = await activityOf(store, item, before, record)
  if (line) await logActivity(store, line)
  return true
}

/** What the server's progress means here; null where nothing was sent and nothing will be. */
function recordOf({ content, updatedAt }: ExportRecord, progress: ExportProgress): Export | null {
  switch (progress.state) {
    case 'accepted':
    case 'sent':
      return { state: 'sent', at: updatedAt, content }
    case 'checking':
      return { state: 'checking', since: updatedAt, content }
    case 'waiting':
      return { state: 'waiting', why: progress.why, until: progress.until, content }
    case 'posted':
      return {
        state: 'posted',
        bill: progress.bill,
        content,
        at: updatedAt,
        linked: progress.linked,
        accepted: progress.accepted,
        ...(progress.file && { file: progress.file }),
        ...(progress.drift && { drift: progress.drift }),
        ...(progress.corrections && { corrections: progress.corrections }),
      }
    case 'refused':
      return {
        state: 'refused',
        failure: progress.failure,
        at: updatedAt,
        content,
        bill: progress.bill,
        billContent: progress.billContent,
      }
    case 'cancelled':
      return null
  }
}

/** An acceptance comes with the bill as it was when it was made; where we saw it later, that is how it stands. */
function withLatestBill(record: Export | null, before: ExportRow | undefined): Export | null {
  const stood = standing(before)
  if (record?.state !== 'posted' || stood?.bill.id !== record.bill.id) return record
  // The file that lies beside a bill stays there when the bill is changed.
  const file = record.file ?? (before && standsIn(before)?.file)
  const bill = stood.bill.seenAt > record.bill.seenAt ? { ...stood.bill } : record.bill
  return { ...record, bill, ...(file && { file }) }
}

/** Nothing is on its way any more: what stood before stands again. Gives whether there was a record. */
export async function restore(store: Store, before: ExportRow | undefined): Promise<boolean> {
  if (before === undefined) return false
  const stands = standsIn(before)
  if (stands === null) await store.exports.delete(before.invoiceId)
  else {
    const { queuedAt: _over, ...rest } = before
    await store.exports.put({ ...rest, record: stands, state: 'posted' })
  }
  return true
}

/** A line of the log where something came to its end; none where it was told before. */
async function activityOf(
  store: Store,
  item: ExportRecord,
  before: ExportRow | undefined,
  record: Export,
): Promise<Happened | null> {
  const { invoiceId, outletId, updatedAt: at } = item
  if (before?.state === record.state) return null
  const row = await store.invoices.get(invoiceId)
  const number = row?.number ?? (record.state === 'posted' ? record.bill.number : say('log.an-invoice'))
  if (record.state === 'posted') {
    const { bill } = record
    const updated = standing(before)?.bill.id === bill.id
    const what = record.linked ? 'linked' : updated ? 'updated' : 'exported'
    const sum = money(bill.total, bill.currency)
    const text = say(`log.${what}`, { number, contact: bill.contact.name, sum })
    return { at, kind: 'exported', text, outletId, invoiceId }
  }
  if (record.state !== 'refused') return null
  const { title } = failureWords(record.failure.code, say)
  const text = say('log.refused', { number, title })
  return { at, kind: 'refused', text, outletId, invoiceId }
}

/**
 * An export that waits for a new consent tells that its connection is lost: one incident of the outlet. What is
 * older than the consent that we know of tells of the one before.
 */
async function noteLostConnections(store: Store, items: readonly ExportRecord[]): Promise<InvoiceId[]> {
  const connections = (await readSetting(store, 'session'))?.connections ?? []
  const isOver = ({ connectionId, updatedAt }: ExportRecord) =>
    connections.some(({ id, connectedAt }) => id === connectionId && updatedAt < connectedAt)
  const lost = new Set(
    items.flatMap(item =>
      item.progress.state === 'waiting' && item.progress.why === 'reconnect' && !isOver(item)
        ? [item.connectionId]
        : [],
    ),
  )
  if (lost.size === 0) return []
  const changed: InvoiceId[] = []
  for (const outlet of await store.outlets.toArray()) {
    const { connection } = outlet
    if (connection === null || !lost.has(connection.id) || connection.state === 'expired') continue
    await store.outlets.put({ ...outlet, connection: { ...connection, state: 'expired' } })
    changed.push(...(await assessOutlet(store, outlet.id)))
  }
  return changed
}
