import { BackButton } from '#components/BackButton.tsx'
import { BillPreview } from '#components/BillPreview.tsx'
import { EmptyState } from '#components/EmptyState.tsx'
import { FixButtons } from '#components/FixButtons.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { tabTarget } from '#components/targets.ts'
import { useAsk } from '#components/use-ask.ts'
import { usePreview } from '#components/use-preview.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { PanelTarget } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'

/** What one invoice would post, with the fixes that it offers, in the place of the panel's tabs. */
export function PreviewScreen({
  invoiceId,
  onTarget,
}: {
  invoiceId: InvoiceId
  onTarget: (target: PanelTarget) => void
}) {
  const asking = useAsk()
  const { invoice, reply } = usePreview(invoiceId)
  return (
    <section
      aria-label={say('common.preview')}
      aria-busy={invoice !== null && reply === undefined}
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3"
    >
      <div className="flex items-center gap-2">
        <BackButton
          onClick={() => onTarget(tabTarget(invoice?.status === 'failed' ? 'failures' : 'products'))}
        />
        {invoice && (
          <h2 className="one-line min-w-0 flex-1 font-semibold" title={invoice.number}>
            <bdi>{invoice.number}</bdi>
            <span className="font-normal text-muted">{` · ${invoice.supplier.name}`}</span>
          </h2>
        )}
      </div>
      {invoice === null && (
        <EmptyState title={say('panel.not-known')}>
          <p>{say('panel.not-known-says')}</p>
        </EmptyState>
      )}
      {invoice && reply && !reply.ok && (
        <EmptyState title={say('panel.nothing-to-preview')}>
          <p>{reply.problem}</p>
        </EmptyState>
      )}
      {invoice && reply?.ok && <BillPreview preview={reply.preview} />}
      {invoice && (
        <div className="flex flex-col gap-1.5">
          <FixButtons invoice={invoice} asking={asking} onTarget={onTarget} />
          <OutcomeLine outcome={asking.outcome} />
        </div>
      )}
    </section>
  )
}
