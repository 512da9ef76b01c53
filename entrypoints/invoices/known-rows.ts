import type { InvoiceId, OutletId } from '#lib/domain/ids.ts'
import type { AssessedInvoice, PageAnswer, RowSeen } from '#lib/messages.ts'
import { isReadable, type RowRead } from '#lib/page/row.ts'

/** So many answers are kept, the latest used: a list scrolled to and fro is known at once, and the page stays small. */
const mostAnswers = 600

/** What is known of a row: its invoice, or (`isUnmatched`) that it is none that the worker could name. */
export interface RowKnown {
  invoice: AssessedInvoice | null
  isUnmatched: boolean
}

/** The rows that were read, and what the worker answered about them. */
export interface KnownRows {
  keep(row: Element, read: RowRead): void
  drop(row: Element): void
  /** Drops the rows that are no longer in the page. */
  sweep(): void
  clear(): void
  reads(): Iterable<[Element, RowRead]>
  /** Whether the worker's answer about a row is at hand. */
  isAnswered(key: string): boolean
  of(read: RowRead): RowKnown
  /** Takes an answer about these rows; gives the keys of which there is something new to show. */
  answer(answer: PageAnswer, rows: readonly RowSeen[]): Set<string>
  /** Takes what became of invoices; the same. */
  update(items: readonly AssessedInvoice[]): Set<string>
  ofInvoice(id: InvoiceId): RowRead | undefined
  /** The outlets of the invoices whose rows were read. */
  outlets(): OutletId[]
  /** Whether there are rows, but none says anything of an invoice. */
  readonly isUnreadable: boolean
}

export function createKnownRows(): KnownRows {
  const reads = new Map<Element, RowRead>()
  /** By the row's key, the longest unused first; null for a row that is no invoice that the worker could name. */
  const answers = new Map<string, AssessedInvoice | null>()

  function put(key: string, invoice: AssessedInvoice | null): void {
    answers.delete(key)
    answers.set(key, invoice)
  }
  function prune(): void {
    if (answers.size <= mostAnswers) return
    const used = new Set([...reads.values()].map(({ seen }) => seen.key))
    for (const key of answers.keys()) {
      if (answers.size <= mostAnswers) return
      if (!used.has(key)) answers.delete(key)
    }
  }
  return {
    keep: (row, read) => void reads.set(row, read),
    drop: row => void reads.delete(row),
    sweep() {
      for (const row of reads.keys()) if (!row.isConnected) reads.delete(row)
    },
    clear: () => reads.clear(),
    reads: () => reads,
    isAnswered: key => answers.has(key),
    of({ seen: { key } }) {
      const invoice = answers.get(key)
      if (invoice !== undefined) put(key, invoice)
      return { invoice: invoice ?? null, isUnmatched: invoice === null }
    },
    answer({ rows: named }, rows) {
      for (const { key } of rows) put(key, null)
      for (const { key, invoice } of named) put(key, invoice)
      prune()
      return new Set(rows.map(({ key }) => key))
    },
    update(items) {
      const byId = new Map(items.map(item => [item.id, item]))
      const changed = new Set<string>()
      for (const [key, invoice] of answers) {
        const now = invoice && byId.get(invoice.id)
        if (!now) continue
        answers.set(key, now)
        changed.add(key)
      }
      return changed
    },
    ofInvoice(id) {
      for (const read of reads.values()) if (answers.get(read.seen.key)?.id === id) return read
      return undefined
    },
    outlets() {
      const all = [...reads.values()].flatMap(({ seen }) => answers.get(seen.key)?.outletId ?? [])
      return [...new Set(all)]
    },
    get isUnreadable() {
      return reads.size > 0 && ![...reads.values()].some(({ seen }) => isReadable(seen))
    },
  }
}
