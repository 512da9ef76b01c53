import { liveQuery } from 'dexie'
import type { Store } from '#lib/store/open.ts'
import { sayCount } from '#lib/words/say.ts'
import type { BrowserPort } from './browser-port.ts'

const red = '#b3261e'
const amber = '#8a6100'

/** Keeps the badge at what the store says: failures, else what is missing. Gives how to stop. */
export function watchBadge(
  store: Store,
  browser: Pick<BrowserPort, 'showBadge'>,
  onError: (error: unknown) => void,
): () => void {
  const counts = liveQuery(async () => ({
    failed: await store.invoices.where('status').equals('failed').count(),
    missing: await store.invoices.where('status').anyOf(['missing-product-group', 'missing-account']).count(),
  }))
  const watching = counts.subscribe({
    next: ({ failed, missing }) => void browser.showBadge(badgeOf(failed, missing)).catch(onError),
    error: onError,
  })
  return () => watching.unsubscribe()
}

function badgeOf(failed: number, missing: number): { text: string; colour: string; title: string } {
  if (failed > 0) {
    return { text: short(failed), colour: red, title: sayCount('badge.failed', failed) }
  }
  if (missing > 0) {
    const title = sayCount('badge.missing', missing)
    return { text: short(missing), colour: amber, title }
  }
  return { text: '', colour: amber, title: 'Clearcloud' }
}

/** A badge has room for four characters. */
function short(n: number): string {
  return n > 999 ? '999+' : String(n)
}
