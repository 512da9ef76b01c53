import { useLiveQuery } from 'dexie-react-hooks'
import { counted } from '#components/counted.ts'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { inWords } from '#lib/domain/wording.ts'
import type { Panel } from './use-panel.ts'

/** Why you are here: the invoice that one came from, and how it stands by now. */
export function WhyHere({ panel, things }: { panel: Panel; things: 'product' | 'product group' }) {
  const { store } = useSurface()
  const { invoiceId, productIds, groupIds } = panel.from
  const invoice = useLiveQuery(
    async () => (invoiceId === null ? null : ((await store.invoices.get(invoiceId)) ?? null)),
    [store, invoiceId],
  )
  const narrowed = things === 'product' ? productIds.length : groupIds.length
  if (!invoice && narrowed === 0) return null
  return (
    <div className="flex items-start gap-2 rounded-md bg-accent-soft px-2 py-1.5 text-sm">
      {invoice && <StatusIcon status={invoice.status} size={16} />}
      <p className="min-w-0 flex-1 wrap-anywhere">
        {invoice ? (
          <>
            {'You came from invoice '}
            <bdi className="font-semibold">{invoice.number}</bdi>
            {' of '}
            <bdi>{invoice.supplier.name}</bdi>
            {`. ${inWords(invoice.assessment).status}: ${inWords(invoice.assessment).headline}`}
          </>
        ) : (
          `You see the ${counted(narrowed, things)} that you clicked.`
        )}
      </p>
      <button type="button" onClick={panel.showEverything} className="shrink-0 link">
        Show everything
      </button>
    </div>
  )
}
