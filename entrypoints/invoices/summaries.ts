import type { OutletId } from '#lib/domain/ids.ts'
import type { Summary } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'

/** Many changes in a row are one question. */
const gatherMs = 120
const retryMs = 2000

export interface SummariesOptions {
  ask: Ask
  signal: AbortSignal
  outletIds(): OutletId[] | null
  onSummary(summary: Summary, outletIds: OutletId[] | null): void
}

export interface Summaries {
  /** Something that is counted may have changed. */
  refresh(): void
  /** Other rows are shown: counted anew if they are of other outlets. */
  shown(): void
}

/** Keeps the bar's counts those of the worker: asked anew whenever something may have changed. */
export function createSummaries({ ask, signal, outletIds, onSummary }: SummariesOptions): Summaries {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let again = false
  let scope: string | undefined

  function refresh(after = gatherMs): void {
    if (busy) again = true
    else if (waiting === undefined) waiting = setTimeout(() => void read(), after)
  }

  async function read(): Promise<void> {
    waiting = undefined
    if (signal.aborted) return
    busy = true
    let failed = false
    try {
      const asked = outletIds()
      scope = asked?.join()
      onSummary(await ask('summary', { outletIds: asked }), asked)
    } catch {
      // The worker may be starting anew, or is gone: the one who told the page says that.
      failed = true
    }
    busy = false
    const wanted = again
    again = false
    if (failed && !signal.aborted) refresh(retryMs)
    else if (wanted) refresh()
  }
  return {
    refresh: () => refresh(),
    shown: () => outletIds()?.join() !== scope && refresh(0),
  }
}
