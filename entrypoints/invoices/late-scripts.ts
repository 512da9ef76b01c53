import type { createBarList } from '#lib/overlay/bar-list.ts'
import type { createCard } from '#lib/overlay/card.ts'
import type { neighbour } from '#lib/overlay/neighbour.ts'
import type { copyReport } from '#lib/overlay/report.ts'
import type { createShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import type { unmarked } from '#lib/page/grid/unmarked.ts'
import type { createDetailReading } from './detail-reading.ts'
import type { press, request, showInvoice } from './do-notice.ts'
import type { createReadOnce } from './read-once.ts'
import type { readOtherPage } from './table-reading.ts'

/** What comes to a page in a script of its own, once it is needed: most pages never need it. */
export interface LateScripts {
  /** What a person asks for by a click. */
  card: {
    createBarList: typeof createBarList
    createCard: typeof createCard
    createShortcutHelp: typeof createShortcutHelp
    copyReport: typeof copyReport
    neighbour: typeof neighbour
  }
  /** What the worker asks of the page, and what a page needs that shows no table of invoices. */
  errands: {
    createDetailReading: typeof createDetailReading
    createReadOnce: typeof createReadOnce
    press: typeof press
    readOtherPage: typeof readOtherPage
    request: typeof request
    showInvoice: typeof showInvoice
    unmarked: typeof unmarked
  }
}

/** Brings a script to the page, if it is not there yet. Rejects where the worker is gone. */
export type Late = <N extends keyof LateScripts>(name: N) => Promise<LateScripts[N]>

/** Where a script leaves what it brings, in the world that our scripts of one page share. */
const place = (name: string) => `__clearcloud-${name}`

/** To be called by the script itself. */
export function offer<N extends keyof LateScripts>(name: N, parts: LateScripts[N]): void {
  Reflect.set(globalThis, place(name), parts)
}

/** @throws where the script was not run here */
export function take<N extends keyof LateScripts>(name: N): LateScripts[N] {
  const parts: unknown = Reflect.get(globalThis, place(name))
  if (typeof parts !== 'object') throw new Error(`The script “${name}” is not here`)
  return parts as LateScripts[N]
}
