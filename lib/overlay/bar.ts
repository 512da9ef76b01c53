import type { Status } from '#lib/domain/assessment.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { AssessedInvoice, Outcome, PanelTarget, Summary } from '#lib/messages.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { type Ask, createSaid } from './ask.ts'
import { createBarCounts } from './bar-counts.ts'
import type { BarList, BarListActions } from './bar-list.ts'
import { type BarNote, createBarNote, isRunning } from './bar-note.ts'
import { element } from './element.ts'
import { freeRoomAbove } from './free-space.ts'
import { brandIcon } from './icons.ts'
import type { Layer } from './layer.ts'
import { createLazyBarList } from './lazy-bar-list.ts'

export interface BarOptions {
  ask: Ask
  /** Switched off: it is not shown at all. */
  isHidden: boolean
  open(invoice: AssessedInvoice, from: HTMLElement): void
  stopReading(): void
  report(): Promise<Outcome>
  /** Brings the list behind a count, with its script. */
  loadList(act: BarListActions): Promise<BarList>
  /** Told when the bar has another size and must be placed anew. */
  changed(): void
}

/** The slim bar above the grid: counts, what can be done with all at once, progress, and what is wrong. */
export interface Bar {
  /** `outletIds`: the outlets that the page shows; null for all. */
  show(summary: Summary, outletIds: OutletId[] | null): void
  readonly note: BarNote
  /** All that the page shows is known: the next counts are of it. */
  answered(): void
  /** Finds its place above the grid; without room there, at the window's lower edge. */
  place(grid: Element | null): void
  hideList(): boolean
  /** Presses one of its buttons, or (`bar`) gives the focus to its first; gives whether it is there. */
  press(what: 'bar' | 'export-all' | 'assign' | 'retry'): boolean
}

const barHeight = 36
/** A page that was just opened is counted anew with each of its answers. */
const stillMs = 500
/** One that is still telling what it shows is counted as far as that is known. */
const longestMs = 5000
/** One without counts has something to say. */
const aloneMs = 1000

export function createBar(layer: Layer, options: BarOptions): Bar {
  const { ask } = options
  let outletIds: OutletId[] | null = null
  let latest: Summary | undefined
  let dock: { viewport: number; left: number } | undefined
  /** Its numbers have stood still: what grows under the eye is seen to move. */
  let isShown = false
  let isAnswered = false
  let showing: ReturnType<typeof setTimeout> | undefined
  const scope = () => ({ outletIds, invoiceIds: null })

  const said = createSaid(element('span'))
  const note = createBarNote({ ...options, outletIds: () => outletIds, said })
  const list = createLazyBarList({
    load: options.loadList,
    invoicesOf: status => ask('listed', { outletIds, status }),
    open: options.open,
    all: status => said.button(say('overlay.show-all'), () => openPanel('invoices', [status]), 'action'),
    closed: () => counts.expand(null),
  })
  const counts = createBarCounts((status, pressed) => {
    if (list.status === status) list.hide()
    else {
      list.show(status, latest?.counts[status] ?? 0, pressed.getBoundingClientRect())
      counts.expand(status)
    }
  })
  const exportAll = said.button('', () => ask('export-ready', scope()), 'action primary')
  const assign = said.button(
    '',
    () => openPanel('products', ['missing-product-group', 'missing-account']),
    'action',
  )
  const retry = said.button('', () => ask('retry-failed', scope()), 'action')
  // What grows stands right of what is pressed: a hand aimed at a button must not meet its neighbour.
  const bar = element(
    'section',
    { class: 'bar', 'aria-label': 'Clearcloud' },
    element('span', { class: 'brand', title: 'Clearcloud' }, brandIcon()),
    exportAll,
    counts.element,
    assign,
    retry,
    note.element,
  )
  if (!options.isHidden) layer.append(bar)
  bar.style.visibility = 'hidden'
  setTimeout(() => latest ?? reveal(), aloneMs)

  // Asked within the click itself: later the browser no longer lets the panel open.
  function openPanel(tab: PanelTarget['tab'], statuses: Status[]): Promise<Outcome> {
    const target = { tab, outletId: onlyOutlet(), productIds: [], groupIds: [], invoiceId: null, statuses }
    return ask('open-panel', target)
  }
  function onlyOutlet(): OutletId | null {
    return outletIds?.length === 1 ? (outletIds[0] ?? null) : null
  }
  function label(pressed: HTMLButtonElement, count: number, text: string): void {
    pressed.hidden = count === 0
    if (pressed.textContent !== text) pressed.textContent = text
  }
  /** In the middle when it first comes there, and then by the same edge until the window has another width. */
  function docked(viewport: number): number {
    if (dock?.viewport !== viewport) dock = { viewport, left: (viewport - bar.offsetWidth) / 2 }
    return dock.left
  }
  function reveal(): void {
    clearTimeout(showing)
    if (isShown) return
    isShown = true
    options.changed()
  }
  function roomFor(grid: Element | null) {
    return grid?.isConnected ? freeRoomAbove(grid, barHeight, bar.offsetWidth) : null
  }
  function place(grid: Element | null): void {
    // What is written undoes the layout that is read next: nothing is, where the bar has its widest form already.
    if (bar.className !== 'bar') bar.className = 'bar'
    let room = roomFor(grid)
    for (const tighter of ['tight', 'short']) {
      if (room || !grid?.isConnected) break
      bar.classList.add(tighter)
      room = roomFor(grid)
    }
    bar.classList.toggle('docked', room === null)
    const top = room ? room.top : innerHeight - bar.offsetHeight - 12
    const viewport = document.documentElement.clientWidth
    const most = Math.max(8, viewport - bar.offsetWidth - 8)
    const left = room ? room.left : docked(viewport)
    if (isShown) bar.style.visibility = ''
    bar.style.left = `${Math.round(Math.min(most, Math.max(8, left)))}px`
    bar.style.top = `${Math.round(top)}px`
  }

  return {
    show(summary, outlets) {
      const before = sameScope(outletIds, outlets) ? latest : undefined
      outletIds = outlets
      latest = summary
      if (!isShown && (isAnswered || showing === undefined)) {
        clearTimeout(showing)
        showing = setTimeout(reveal, isAnswered ? stillMs : longestMs)
      }
      counts.show(summary.counts)
      const running = isRunning(summary)
      label(
        exportAll,
        running ? 0 : summary.exportable,
        say('overlay.export-all', { count: summary.exportable }),
      )
      label(assign, summary.unassigned, sayCount('overlay.assign-products', summary.unassigned))
      label(retry, running ? 0 : summary.retryable, say('overlay.retry', { count: summary.retryable }))
      note.summary(summary, before)
      if (list.status !== null) {
        list.show(list.status, summary.counts[list.status] ?? 0, bar.getBoundingClientRect())
      }
      options.changed()
    },
    note,
    answered() {
      isAnswered = true
    },
    place,
    press(what) {
      const first = [...bar.querySelectorAll('button')].find(each => !each.closest('[hidden]'))
      const pressed = { bar: first, 'export-all': exportAll, assign, retry }[what]
      if (!pressed || pressed.hidden || !bar.isConnected) return false
      pressed.focus()
      if (what !== 'bar') pressed.click()
      return true
    },
    hideList() {
      if (list.status === null) return false
      list.hide()
      return true
    },
  }
}

function sameScope(a: OutletId[] | null, b: OutletId[] | null): boolean {
  return a?.join() === b?.join()
}
