import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { neutralTarget } from '#components/targets.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { PanelTarget } from '#lib/messages.ts'
import type { Store } from '#lib/store/open.ts'
import { readSetting } from '#lib/store/settings.ts'

/** What the panel shows now, and how a person moves on from there. */
export interface Panel {
  /** False until it is known what the panel opens on: nothing is drawn that would jump. */
  ready: boolean
  tab: PanelTarget['tab']
  /** Null: all, or whichever has most to do. */
  outletId: OutletId | null
  /** What was clicked to come here; narrows the lists until everything is asked for. */
  from: PanelTarget
  /** The list of invoices that lies over the tabs, until one goes back to them; null: none. */
  list: PanelTarget | null
  /** Grows each time something opens the panel anew. */
  opened: number
  show(tab: PanelTarget['tab']): void
  choose(outletId: OutletId | null): void
  go(target: PanelTarget): void
  /** From a list back to the tabs as they were. */
  back(): void
  showEverything(): void
}

type Shown = Pick<Panel, 'from' | 'tab' | 'outletId' | 'list' | 'opened'>

/** Follows the stored target: whatever is clicked on the page or in the popup moves an open panel too. */
export function usePanel(store: Store): Panel {
  // Wrapped, so that each writing is an emission of its own, even of the same target.
  const stored = useLiveQuery(async () => ({ target: await readSetting(store, 'panel') }), [store])
  const [followed, follow] = useState<typeof stored>(undefined)
  const [shown, setShown] = useState<Shown>(atFirst)
  if (stored !== followed) {
    follow(stored)
    setShown(on(stored?.target ?? neutralTarget, shown))
  }
  return {
    ready: stored !== undefined,
    ...shown,
    show: tab => setShown({ ...shown, tab }),
    choose: outletId => setShown({ ...shown, outletId, from: { ...neutralTarget, outletId } }),
    go: target => setShown(on(target, shown)),
    back: () => setShown({ ...shown, list: null }),
    showEverything: () =>
      setShown({ ...shown, from: neutralTarget, outletId: shown.outletId ?? shown.from.outletId }),
  }
}

const atFirst: Shown = { from: neutralTarget, tab: neutralTarget.tab, outletId: null, list: null, opened: 0 }

/** A list leaves the tabs beneath it as they are, with what is ticked in them; anything else opens them anew. */
function on(target: PanelTarget, { opened, ...before }: Shown): Shown {
  if (target.tab === 'invoices') return { ...before, list: target, opened }
  const { tab, outletId } = target
  return { from: target, tab, outletId, list: null, opened: opened + 1 }
}
