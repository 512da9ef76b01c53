import { z } from 'zod'
import { ProblemError, UnreachableError } from '../api/client.ts'
import { FILE_BYTES } from '../api/files.ts'
import type { BillFile } from '../domain/bill-file.ts'
import { addMilliseconds } from '../domain/instant.ts'
import { megabytes } from '../domain/megabytes.ts'
import { assessInvoices } from '../store/assess-invoices.ts'
import type { ExportRow, OutboxRow } from '../store/database.ts'
import { inOneTransaction, type Store } from '../store/open.ts'
import { claim, putIntent, release } from '../store/outbox.ts'
import type { Sender } from './drain.ts'

/** Where a file lies, as an outbox row says it. */
const FileIntent = z.object({ name: z.string(), url: z.string() })

/** Gets a file from the page's own address, in the person's own session. Rejects where nothing answers. */
export type ReadFile = (url: string) => Promise<Response>

/** How long an address that does not answer is left alone, and how often it is asked. */
const againMs = 60_000
const mostReads = 5

/** Asks for the file of an invoice to be put beside its bill; nothing where it has none. */
export async function wantFile(store: Store, row: ExportRow): Promise<void> {
  const invoice = await store.invoices.get(row.invoiceId)
  const file = invoice?.detail?.file ?? null
  if (file === null) return
  const { invoiceId, outletId } = row
  const key = `${outletId}:${invoiceId}:file`
  await putIntent(store, { kind: 'file', key, invoiceId, outletId, body: file }, row.updatedAt)
}

/**
 * Puts files beside their bills, one by one, after the bills themselves: a file that is refused leaves a bill
 * that stands, which says so and can be tried again alone.
 * @throws what the client throws where the server or ledger cannot be reached, after giving its claim back.
 */
export async function sendFiles(sender: Sender, readFile: ReadFile): Promise<void> {
  const { store, clock, owner } = sender
  const wanted = (row: OutboxRow) => row.kind === 'file'
  for (;;) {
    const [row] = await claim(store, { wanted, most: 1, inOrder: false, owner, now: clock() })
    if (!row) return
    await sendFile(sender, readFile, row)
  }
}

async function sendFile(sender: Sender, readFile: ReadFile, row: OutboxRow): Promise<void> {
  const { store, client, clock } = sender
  const { name, url } = FileIntent.parse(row.body)
  const { outletId, invoiceId } = row
  if (invoiceId === null) return store.outbox.delete(row.seq)
  const refuse = (code: string, raw: string) =>
    settle(sender, row, { state: 'refused', name, failure: { code, raw, billState: null }, at: clock() })
  let file: Blob
  try {
    const answer = await readFile(url)
    if (!answer.ok) return refuse('file-unreadable', `Foodrazor answered ${answer.status} for ${name}.`)
    file = await answer.blob()
  } catch (error) {
    if (row.attempts < mostReads) return release(store, [row], addMilliseconds(clock(), againMs))
    return refuse('file-unreadable', error instanceof Error ? error.message : String(error))
  }
  if (file.size === 0) return refuse('file-unreadable', `${name} is empty.`)
  if (file.size > FILE_BYTES) {
    return refuse(
      'attachment-refused',
      `${name} has ${megabytes(file.size)}; a ledger takes ${megabytes(FILE_BYTES)}.`,
    )
  }
  try {
    const answer = await client.putFile({ outletId, invoiceId, name }, file)
    await settle(sender, row, answer.file)
  } catch (error) {
    if (error instanceof ProblemError && ['not-understood', 'too-large'].includes(error.problem.code)) {
      return refuse('attachment-refused', error.problem.message)
    }
    // The bill was unlinked meanwhile: there is nothing to put it beside.
    if (error instanceof ProblemError && error.problem.code === 'not-found')
      return store.outbox.delete(row.seq)
    const busy = error instanceof ProblemError && error.problem.code !== 'not-signed-in'
    if (!busy && !(error instanceof ProblemError || error instanceof UnreachableError)) throw error
    await release(store, [row], addMilliseconds(clock(), busy ? againMs : 0))
    if (!busy) throw error
  }
}

/** The row leaves the outbox, and the bill's record says what became of its file. */
async function settle(sender: Sender, row: OutboxRow, file: BillFile): Promise<void> {
  const { store, changed } = sender
  const ids = await inOneTransaction(store, async () => {
    await store.outbox.delete(row.seq)
    const exported = row.invoiceId === null ? undefined : await store.exports.get(row.invoiceId)
    if (exported?.record.state !== 'posted') return []
    const record = { ...exported.record, file }
    await store.exports.put({ ...exported, record, stands: record })
    return assessInvoices(store, [exported.invoiceId])
  })
  changed(ids)
}
