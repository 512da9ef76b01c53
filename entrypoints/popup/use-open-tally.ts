import { useSurface } from '#components/SurfaceContext.tsx'
import { tabTarget } from '#components/targets.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { type Tally, tallies } from '#lib/store/queries/outlet-counts.ts'
import type { Listed } from './InvoiceList.tsx'
import { tallyWords } from './tally-words.ts'

/**
 * Where a count leads: what is missing and what failed to the side panel, which can mend it; the others to
 * the list of the invoices counted. `outlet` null: all.
 */
export function useOpenTally(onList: (listed: Listed) => void) {
  const surface = useSurface()
  return (tally: Tally, outlet: Outlet | null) => {
    if (tally === 'missing' || tally === 'failed') {
      const tab = tally === 'failed' ? 'failures' : 'products'
      void surface.openPanel(tabTarget(tab, outlet?.id ?? null)).then(() => window.close())
      return
    }
    onList({
      title: outlet ? `${tallyWords[tally].full}: ${outlet.name}` : tallyWords[tally].full,
      statuses: tallies[tally],
      outletId: outlet?.id ?? null,
    })
  }
}
