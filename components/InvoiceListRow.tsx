import { useId, useState } from 'react'
import { wouldFail } from '#lib/domain/ready.ts'
import { inWords } from '#lib/domain/wording.ts'
import type { PanelTarget } from '#lib/messages.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import { money } from '#lib/words/formats.ts'
import { say } from '#lib/words/say.ts'
import { Button } from './Button.tsx'
import { FixButtons } from './FixButtons.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { StatusIcon } from './StatusIcon.tsx'
import { previewTarget } from './targets.ts'
import { useAsk } from './use-ask.ts'
import { dayOf } from './when.ts'

/** One invoice of a list; opened, it says all that is known and what can be done. */
export function InvoiceListRow({
  invoice,
  mixed,
  onTarget,
}: {
  invoice: InvoiceRow
  /** The list holds several statuses: each is said. */
  mixed: boolean
  onTarget: (target: PanelTarget) => void
}) {
  const [open, setOpen] = useState(false)
  const more = useId()
  const { id, status, number, supplier, total, currency, date, assessment } = invoice
  const { headline } = inWords(assessment, say)
  const says = mixed ? `${say(`status.${status}`)}: ${headline}` : headline
  return (
    <li className="border-t border-line/60 py-1">
      <div className="flex items-center gap-2">
        <StatusIcon status={wouldFail(assessment) ? 'would-fail' : status} />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? more : undefined}
          onClick={() => setOpen(!open)}
          className="-mx-1 min-w-0 flex-1 rounded-sm px-1 text-left hover:bg-sunk"
        >
          <span className="flex gap-2">
            <bdi className="one-line min-w-0 flex-1 font-semibold" title={number}>
              {number}
            </bdi>
            <span className="numbers shrink-0">{money(total, currency)}</span>
          </span>{' '}
          <span className="flex gap-2 text-sm text-muted">
            <bdi className="one-line min-w-0 flex-1" title={supplier.name}>
              {supplier.name}
            </bdi>
            <span className="shrink-0">{dayOf(date)}</span>
          </span>{' '}
          <span className={`block text-sm text-muted ${open ? 'wrap-anywhere' : 'one-line'}`} title={says}>
            {says}
          </span>
        </button>
        {status === 'ready' && (
          <Button look="quiet" onClick={() => onTarget(previewTarget(id))}>
            {say('common.preview')} <span className="sr-only">{say('common.preview-of', { number })}</span>
          </Button>
        )}
      </div>
      {open && <Opened id={more} invoice={invoice} onTarget={onTarget} />}
    </li>
  )
}

function Opened({
  id,
  invoice,
  onTarget,
}: {
  id: string
  invoice: InvoiceRow
  onTarget: (target: PanelTarget) => void
}) {
  const asking = useAsk()
  const { number } = invoice
  const show = { kind: 'show-invoice', invoiceId: invoice.id, number } as const
  return (
    <div id={id} className="flex flex-col gap-1.5 py-1 pl-6.5">
      {inWords(invoice.assessment, say).says.map(sentence => (
        <p key={sentence} className="text-sm wrap-anywhere">
          {sentence}
        </p>
      ))}
      <FixButtons invoice={invoice} asking={asking} onTarget={onTarget}>
        <Button
          look="quiet"
          busy={asking.busy !== null}
          onClick={() => void asking.send('fix', { fix: show })}
        >
          {say('common.show-on-page')}
        </Button>
      </FixButtons>
      <OutcomeLine outcome={asking.outcome} />
    </div>
  )
}
