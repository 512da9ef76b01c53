import { useSurface } from '#components/SurfaceContext.tsx'
import { tabTarget } from '#components/targets.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { Listed } from '#lib/store/queries/listed-invoices.ts'
import { type Tally, tallies } from '#lib/store/queries/outlet-counts.ts'

/**
 * Where a count leads: what is missing and what failed to the side panel, which can mend it; the others to
 * the list of the invoices counted. `outlet` null: all.
 */
export function useOpenTally(onList: (listed: Listed) => void) {
  const surface = useSurface()
  return (tally: Tally, outlet: Outlet | null) => {
    const statuses = [...tallies[tally]]
    const outletId = outlet?.id ?? null
    if (tally === 'missing' || tally === 'failed') {
      const tab = tally === 'failed' ? 'failures' : 'products'
      void surface.openPanel({ ...tabTarget(tab, outletId), statuses }).then(() => window.close())
      return
    }
    onList({ statuses, outletId })
  }
}
