import type { createBarList } from '#lib/overlay/bar-list.ts'
import type { createCard } from '#lib/overlay/card.ts'
import type { reportOf } from '#lib/overlay/report.ts'
import type { createShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import type { createDetailReading } from './detail-reading.ts'
import type { makePageRequests } from './page-requests.ts'
import type { pressControl } from './press-control.ts'
import type { readOtherPage } from './table-reading.ts'

/** What comes to a page in a script of its own, once it is needed: most pages never need it. */
export interface LateScripts {
  /** What a person asks for by a click. */
  card: {
    createBarList: typeof createBarList
    createCard: typeof createCard
    createShortcutHelp: typeof createShortcutHelp
    reportOf: typeof reportOf
  }
  /** What the worker asks of the page. */
  errands: {
    createDetailReading: typeof createDetailReading
    makePageRequests: typeof makePageRequests
    pressControl: typeof pressControl
    readOtherPage: typeof readOtherPage
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
