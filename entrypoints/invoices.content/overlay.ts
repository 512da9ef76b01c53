import type { Status } from '#lib/domain/assessment.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { ShortcutAction, Shortcuts } from '#lib/domain/shortcuts.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import { type Bar, createBar } from '#lib/overlay/bar.ts'
import type { BarList, BarListActions } from '#lib/overlay/bar-list.ts'
import type { Card } from '#lib/overlay/card.ts'
import { createLayer, type Layer } from '#lib/overlay/layer.ts'
import { createLazyCard } from '#lib/overlay/lazy-card.ts'
import type { MarkContent } from '#lib/overlay/mark.ts'
import { createMarks, type Marks } from '#lib/overlay/marks.ts'
import type { ShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import { createTooltip } from '#lib/overlay/tooltip.ts'
import type { RowRead } from '#lib/page/row.ts'
import { say } from '#lib/words/say.ts'
import { anchorOf, listenToMarks } from './interactions.ts'
import { schemeOf } from './scheme.ts'
import { listenToShortcuts, neighbour } from './shortcuts.ts'
import { whenDrawn } from './slices.ts'

export interface OverlayOptions {
  ask: Ask
  /** Brings the card, with its own script. */
  loadCard(layer: Layer): Promise<Card>
  grid(): Element | null
  invoicesOf(status: Status): AssessedInvoice[]
  /** What is switched off. */
  without: { marks: boolean; bar: boolean }
  /** Ends what a person may begin by a key; what is shown stays until `stop`. */
  signal: AbortSignal
  shortcuts: Shortcuts
  /** Brings the list of shortcuts, with its script. */
  loadHelp(layer: Layer): Promise<ShortcutHelp>
  stopReading(): void
  loadList(layer: Layer, act: BarListActions): Promise<BarList>
  /** What helps to learn a page that was not recognised. */
  report(): Promise<string>
}

/** All that we show on the page. */
export interface Overlay {
  readonly marks: Marks
  readonly bar: Bar
  /** The grid to stand by was found, or found anew. */
  attach(): void
  /** Marks the cloud of a row as what is known of its invoice; `isUnmatched`: it was asked for, and is none we know. */
  mark(row: Element, read: RowRead, invoice: AssessedInvoice | null, isUnmatched: boolean): void
  /** Moves what was marked since to its place, and looks at it again once the page has laid itself out. */
  settle(): void
  /** Shows what changed where it is shown already. */
  refresh(invoices: readonly AssessedInvoice[]): void
  isInSight(invoiceId: InvoiceId): boolean
  /** Puts back what the page removed. */
  restore(): void
  stop(): void
}

export function createOverlay(options: OverlayOptions): Overlay {
  const stopper = new AbortController()
  const { signal } = stopper
  const layer = createLayer()
  const tooltip = createTooltip(layer)
  const card = createLazyCard(() => options.loadCard(layer))
  const bar = createBar(layer, {
    ask: options.ask,
    invoicesOf: options.invoicesOf,
    isHidden: options.without.bar,
    stopReading: options.stopReading,
    report: options.report,
    loadList: act => options.loadList(layer, act),
    open: openInvoice,
    changed: () => moveBar(),
  })
  const marks = createMarks({
    scheme: schemeOf(options.grid() ?? document.body),
    onGivenUp: () => bar.note.stuck(say('page.marks-removed')),
  })
  let help: ShortcutHelp | undefined
  listenToMarks({ layer, marks, tooltip, card, bar, hideHelp: () => help?.hide() ?? false }, signal)
  listenToShortcuts(
    { shortcuts: options.shortcuts, layer, marks, act },
    AbortSignal.any([signal, options.signal]),
  )

  function act(action: ShortcutAction): boolean {
    if (action === 'help') {
      void showHelp()
      return true
    }
    if (action !== 'next' && action !== 'previous') return bar.press(action)
    const mark = neighbour(marks, action === 'next' ? 1 : -1)
    mark?.place.cell.scrollIntoView({ block: 'nearest' })
    mark?.focus()
    return mark !== undefined
  }
  async function showHelp(): Promise<void> {
    help ??= await options.loadHelp(layer)
    help.toggle()
  }

  let resized = false
  let barMoves = true
  /** Reads the layout when the page has one: first for the bar, because what is written to marks undoes it. */
  const settleLater = whenDrawn(() => {
    if (barMoves || resized) bar.place(options.grid())
    if (resized) marks.resettle()
    else marks.verify()
    resized = false
    barMoves = false
    watchSize(options.grid())
  }, signal)
  const moveBar = () => {
    barMoves = true
    settleLater()
  }
  const resettle = () => {
    resized = true
    settleLater()
  }
  const sizes = new ResizeObserver(resettle)
  let sized: Element | null = null
  /** Begun when the page has laid itself out: before, it would be told of nothing but the page's own beginnings. */
  function watchSize(grid: Element | null): void {
    if (grid === sized) return
    sizes.disconnect()
    sized = grid
    if (grid) sizes.observe(grid)
  }
  window.addEventListener('resize', resettle, { signal })
  document.addEventListener('scroll', event => event.target !== options.grid() && followScroll(event), {
    capture: true,
    passive: true,
    signal,
  })

  /** Only what moves the grid itself moves the bar. */
  function followScroll({ target }: Event): void {
    const grid = options.grid()
    if (grid && target instanceof Node && target.contains(grid) && target !== grid.parentElement) resettle()
  }

  function openInvoice(invoice: AssessedInvoice, entry: HTMLElement): void {
    const mark = marks.ofInvoice(invoice.id)
    if (mark) {
      mark.place.cell.scrollIntoView({ block: 'nearest' })
      bar.hideList()
      card.show(mark.content, anchorOf(mark))
      return
    }
    card.show(contentOf(invoice), {
      box: () => entry.getBoundingClientRect(),
      focus: () => entry.focus(),
      expand: () => undefined,
    })
  }

  return {
    marks,
    bar,
    attach: moveBar,
    settle() {
      marks.settle()
      settleLater()
    },
    mark(row, read, invoice, isUnmatched) {
      if (options.without.marks) return
      const content = contentFor(read, invoice, isUnmatched)
      if (content) marks.show(row, read, content)
      else marks.remove(row)
    },
    refresh(invoices) {
      for (const invoice of invoices) card.refresh(invoice)
      for (const mark of marks.all()) tooltip.refresh(mark)
    },
    isInSight(id) {
      const mark = marks.ofInvoice(id)
      if (!mark?.host.isConnected) return false
      const { top, bottom } = mark.host.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    },
    restore() {
      if (!layer.restore()) stopper.abort()
    },
    stop() {
      stopper.abort()
      sizes.disconnect()
      marks.stop()
      layer.stop()
    },
  }
}

/**
 * What a row's mark says; null where there is nothing to mark: no cloud, unless Clearcloud exports and has one
 * of its own to show.
 */
function contentFor(
  { seen }: RowRead,
  invoice: AssessedInvoice | null,
  isUnmatched: boolean,
): MarkContent | null {
  const hasCloud = seen.cloud.status !== 'none'
  if (invoice) {
    const isOurs = invoice.exporter === 'clearcloud' && invoice.status !== 'not-completed'
    return hasCloud || isOurs ? contentOf(invoice) : null
  }
  if (!hasCloud || !isUnmatched) return null
  return {
    status: 'not-recognised',
    headline: say('page.unmatched'),
    invoice: null,
  }
}

function contentOf(invoice: AssessedInvoice): MarkContent {
  return { status: invoice.status, headline: invoice.words.headline, invoice }
}
