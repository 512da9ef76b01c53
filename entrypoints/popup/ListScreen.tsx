import { BackButton } from '#components/BackButton.tsx'
import { InvoiceList } from '#components/InvoiceList.tsx'
import { listTitle } from '#components/list-title.ts'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { Listed } from '#lib/store/queries/listed-invoices.ts'

/** The invoices behind a number, in the place of the counts. */
export function ListScreen({
  listed,
  outlet,
  onBack,
}: {
  listed: Listed
  /** The name of the outlet that it is about; null: of all. */
  outlet: string | null
  onBack: () => void
}) {
  const { openPanel } = useSurface()
  const words = [listTitle(listed.statuses), outlet, listed.currency].filter(Boolean).join(' · ')
  return (
    <section aria-label={words} className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <BackButton onClick={onBack} />
        <h2 className="one-line min-w-0 flex-1 font-semibold" title={words}>
          {words}
        </h2>
      </div>
      <InvoiceList listed={listed} onTarget={target => void openPanel(target).then(() => window.close())} />
    </section>
  )
}
