import { useLiveQuery } from 'dexie-react-hooks'
import { Sentence, slot } from '#components/Sentence.tsx'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { inWords } from '#lib/domain/wording.ts'
import { say, sayCount } from '#lib/words/say.ts'
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
          <Sentence
            words={say('panel.came-from', {
              number: slot('number'),
              supplier: slot('supplier'),
              status: inWords(invoice.assessment, say).status,
              headline: inWords(invoice.assessment, say).headline,
            })}
            slots={{
              number: <bdi className="font-semibold">{invoice.number}</bdi>,
              supplier: <bdi>{invoice.supplier.name}</bdi>,
            }}
          />
        ) : (
          say('panel.you-see', {
            things: sayCount(things === 'product' ? 'common.products' : 'common.product-groups', narrowed),
          })
        )}
      </p>
      <button type="button" onClick={panel.showEverything} className="shrink-0 link">
        {say('panel.show-everything')}
      </button>
    </div>
  )
}
