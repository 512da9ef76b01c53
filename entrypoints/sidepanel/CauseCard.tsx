import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { FixButtons } from '#components/FixButtons.tsx'
import { LikenessTable } from '#components/LikenessTable.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { sumsInWords } from '#components/sums.ts'
import { previewTarget } from '#components/targets.ts'
import { useAsk } from '#components/use-ask.ts'
import { dayOf } from '#components/when.ts'
import { wouldBeRefused } from '#lib/domain/failures/words.ts'
import { inWords } from '#lib/domain/wording.ts'
import type { PanelTarget } from '#lib/messages.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import type { FailureCause } from '#lib/store/queries/failures-by-cause.ts'
import { isRetryable } from '#lib/store/summary.ts'
import { money } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'

const askWhom: Record<FailureCause['who'], string | null> = {
  anyone: null,
  clerk: null,
  admin: say('panel.ask-admin'),
  accountant: say('panel.ask-accountant'),
}

/** As many as are drawn at first; the others on asking. */
const first = 5

/** One cause of failure with the invoices that it stopped, or would stop. */
export function CauseCard({
  cause: { title, says, who, beforehand, invoices, value },
  onTarget,
}: {
  cause: FailureCause
  onTarget: (target: PanelTarget) => void
}) {
  const asking = useAsk()
  const [all, showAll] = useState(false)
  const retryable = invoices.filter(isRetryable)
  const headline = beforehand ? wouldBeRefused(title, say) : title
  return (
    <section aria-label={headline} className="overflow-hidden rounded-md border border-line bg-raised">
      <div className="flex flex-col gap-2 p-3">
        <div className="flex items-start gap-2">
          <StatusIcon status={beforehand ? 'would-fail' : 'failed'} size={20} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold">{headline}</h2>
            <p className="numbers text-sm text-muted">
              {say('common.count-and-sum', {
                count: sayCount('common.invoices', invoices.length),
                sum: sumsInWords(value),
              })}
            </p>
          </div>
        </div>
        <p>{says}</p>
        {askWhom[who] && <p className="text-sm text-muted">{askWhom[who]}</p>}
        {retryable.length > 1 && (
          <Button
            look="primary"
            className="self-start"
            busy={asking.busy !== null}
            onClick={() =>
              void asking.send('retry-failed', {
                outletIds: null,
                invoiceIds: retryable.map(({ id }) => id),
              })
            }
          >
            {sayCount('panel.retry', retryable.length)}
          </Button>
        )}
        <OutcomeLine outcome={asking.outcome} />
      </div>
      <ul>
        {(all ? invoices : invoices.slice(0, first)).map(invoice => (
          <FailedRow key={invoice.id} invoice={invoice} onTarget={onTarget} />
        ))}
      </ul>
      {!all && invoices.length > first && (
        <Button look="quiet" className="m-1" onClick={() => showAll(true)}>
          {say('common.show-more', { count: invoices.length - first })}
        </Button>
      )}
    </section>
  )
}

function FailedRow({ invoice, onTarget }: { invoice: InvoiceRow; onTarget: (target: PanelTarget) => void }) {
  const asking = useAsk()
  const { raw } = inWords(invoice.assessment, say)
  const doubt = invoice.assessment.reasons.find(reason => reason.kind === 'likely-duplicate')
  return (
    <li className="flex flex-col gap-1.5 border-t border-line/60 px-3 py-2">
      <div>
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
          <span className="shrink-0">{dayOf(invoice.date)}</span>
        </p>
      </div>
      {doubt && <LikenessTable like={doubt.like} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <FixButtons invoice={invoice} asking={asking} onTarget={onTarget}>
          <Button look="quiet" onClick={() => onTarget(previewTarget(invoice.id))}>
            {say('common.preview')}{' '}
            <span className="sr-only">{say('common.preview-of', { number: invoice.number })}</span>
          </Button>
        </FixButtons>
        {raw && (
          <details className="text-sm text-muted open:w-full">
            <summary>{say('panel.own-words')}</summary>
            <p className="mt-1 rounded-sm bg-sunk p-2 wrap-anywhere whitespace-pre-wrap">{raw}</p>
          </details>
        )}
      </div>
      <OutcomeLine outcome={asking.outcome} />
    </li>
  )
}
