import { useLiveQuery } from 'dexie-react-hooks'
import { Button } from '#components/Button.tsx'
import { counted } from '#components/counted.ts'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { sumsInWords } from '#components/sums.ts'
import { previewTarget } from '#components/targets.ts'
import { dayOf } from '#components/when.ts'
import type { Status } from '#lib/domain/assessment.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import { formatMoney } from '#lib/domain/money.ts'
import { inWords, statusWords } from '#lib/domain/wording.ts'
import { invoicesIn } from '#lib/store/queries/invoices-in.ts'
import { worth } from '#lib/store/queries/worth.ts'

/** Which invoices a number counted. */
export interface Listed {
  title: string
  statuses: readonly Status[]
  outletId: OutletId | null
}

/** More are counted, not drawn: a popup is no place to scroll through thousands. */
const drawn = 200

/** The invoices behind a number, oldest first. */
export function InvoiceList({ listed, onBack }: { listed: Listed; onBack: () => void }) {
  const { store, openPanel } = useSurface()
  const { title, statuses, outletId } = listed
  const rows = useLiveQuery(() => invoicesIn(store, statuses, outletId), [store, statuses, outletId])
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Button look="quiet" onClick={onBack} autoFocus>
          ← Back
        </Button>
        <h2 className="one-line min-w-0 flex-1 font-semibold">{title}</h2>
      </div>
      {rows && (
        <p className="numbers text-sm text-muted">
          {counted(rows.length, 'invoice')}
          {rows.length > 0 && `, ${sumsInWords(worth(rows))}`}
        </p>
      )}
      <ul>
        {rows?.slice(0, drawn).map(({ id, status, number, supplier, total, currency, date, assessment }) => (
          <li key={id} className="flex items-center gap-2 border-t border-line/60 py-1">
            <StatusIcon status={status} />
            <div className="min-w-0 flex-1">
              <p className="flex gap-2">
                <bdi className="one-line min-w-0 flex-1 font-semibold" title={number}>
                  {number}
                </bdi>
                <span className="numbers shrink-0">{formatMoney(total, currency)}</span>
              </p>
              <p className="flex gap-2 text-sm text-muted">
                <bdi className="one-line min-w-0 flex-1" title={supplier.name}>
                  {supplier.name}
                </bdi>
                <span className="shrink-0">{dayOf(date)}</span>
              </p>
              <p className="one-line text-sm text-muted" title={inWords(assessment).headline}>
                {statuses.length > 1 && `${statusWords[status]}: `}
                {inWords(assessment).headline}
              </p>
            </div>
            {status === 'ready' && (
              <Button
                look="quiet"
                onClick={() => {
                  void openPanel(previewTarget(id)).then(() => window.close())
                }}
              >
                Preview <span className="sr-only">{`of ${number}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows && rows.length > drawn && (
        <p className="text-sm text-muted">{`and ${counted(rows.length - drawn, 'more invoice')}.`}</p>
      )}
    </section>
  )
}
