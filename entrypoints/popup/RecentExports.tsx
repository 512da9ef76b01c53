import { useLiveQuery } from 'dexie-react-hooks'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { ago, momentOf } from '#components/when.ts'
import type { Status } from '#lib/domain/assessment.ts'
import type { BillState } from '#lib/domain/bill.ts'
import type { Export } from '#lib/domain/export.ts'
import { failureWords } from '#lib/domain/failures/words.ts'
import { type RecentExport, recentExports } from '#lib/store/queries/recent-exports.ts'
import { money } from '#lib/words/formats.ts'
import { say } from '#lib/words/say.ts'

const shown = 10

/** The last ten exports: what, when, how it ended, and its bill. */
export function RecentExports() {
  const { store } = useSurface()
  const exports = useLiveQuery(() => recentExports(store, shown), [store])
  if (!exports || exports.length === 0) return null
  return (
    <section aria-labelledby="recent-exports">
      <h2 id="recent-exports" className="pb-1 text-sm text-muted">
        {say('popup.last-exports')}
      </h2>
      <ul className="flex flex-col">
        {exports.map(row => (
          <RecentRow key={row.record.invoiceId} row={row} />
        ))}
      </ul>
    </section>
  )
}

function RecentRow({ row: { record, invoice } }: { row: RecentExport }) {
  const { ask } = useSurface()
  const { status, words } = resultOf(record.record)
  const bill = record.record.state === 'posted' ? record.record.bill : null
  return (
    <li className="flex items-center gap-2 border-t border-line/60 py-1">
      <StatusIcon status={status} />
      <div className="min-w-0 flex-1">
        <p className="flex gap-2">
          <bdi className="one-line min-w-0 flex-1 font-semibold" title={invoice.number}>
            {invoice.number}
          </bdi>
          <span className="numbers shrink-0">{money(invoice.total, invoice.currency)}</span>
        </p>
        <p className="flex gap-2 text-sm text-muted">
          <bdi className="one-line min-w-0 flex-1" title={invoice.supplier.name}>
            {invoice.supplier.name}
          </bdi>
          <time dateTime={record.updatedAt} title={momentOf(record.updatedAt)} className="shrink-0">
            {ago(record.updatedAt)}
          </time>
          <span className="shrink-0">·</span>
          {bill && bill.url !== '' ? (
            <button
              type="button"
              className="shrink-0 link"
              onClick={() => void ask('fix', { fix: { kind: 'open-bill', url: bill.url } })}
            >
              {words}
              <span className="sr-only">{say('popup.open-it', { number: invoice.number })}</span>
            </button>
          ) : (
            <span className="one-line max-w-32 shrink-0" title={words}>
              {words}
            </span>
          )}
        </p>
      </div>
    </li>
  )
}

/** What became of a posted export's bill, by its state. */
const billWords = {
  draft: 'popup.bill-draft',
  submitted: 'popup.bill-submitted',
  open: 'popup.bill-open',
  approved: 'popup.bill-approved',
  paid: 'popup.bill-paid',
  voided: 'popup.bill-voided',
  deleted: 'popup.bill-deleted',
  missing: 'popup.bill-missing',
} as const satisfies Record<BillState, string>

/** How an export ended, or where it is. */
function resultOf(record: Export): { status: Status; words: string } {
  switch (record.state) {
    case 'queued':
      return { status: 'exporting', words: say('popup.queued') }
    case 'sent':
      return { status: 'exporting', words: say('popup.on-its-way') }
    case 'checking':
      return { status: 'exporting', words: say('popup.looked-up') }
    case 'waiting':
      return { status: 'exporting', words: say('popup.waiting') }
    case 'posted':
      return {
        status: 'exported',
        words: say(record.linked ? 'popup.bill-linked' : billWords[record.bill.state]),
      }
    case 'refused':
      return { status: 'failed', words: failureWords(record.failure.code, say).title }
  }
}
