import type { ShortcutAction, Shortcuts } from '#lib/domain/shortcuts.ts'
import type { AssessedInvoice, RowSeen } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import { type Bar, createBar } from '#lib/overlay/bar.ts'
import { createLayer } from '#lib/overlay/layer.ts'
import { createLazyCard } from '#lib/overlay/lazy-card.ts'
import type { MarkContent } from '#lib/overlay/mark.ts'
import { createMarks, type Marks } from '#lib/overlay/marks.ts'
import type { ShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import { createTooltip } from '#lib/overlay/tooltip.ts'
import type { RowRead } from '#lib/page/row.ts'
import { say } from '#lib/words/say.ts'
import { anchorOf, listenToMarks } from './interactions.ts'
import type { RowKnown } from './known-rows.ts'
import type { LateScripts } from './late-scripts.ts'
import { schemeOf } from './scheme.ts'
import { listenToShortcuts } from './shortcuts.ts'
import { whenDrawn } from './slices.ts'

export interface OverlayOptions {
  ask: Ask
  /** Brings what a person asks for by a click. */
  brought(): Promise<LateScripts['card']>
  grid(): Element | null
  /** The page was scrolled, or has another size. */
  moved(): void
  /** Whether the list goes on where nothing is marked yet. */
  isPartial(): boolean
  /** What is switched off. */
  without: { marks: boolean; bar: boolean }
  /** Ends what a person may begin by a key; what is shown stays until `stop`. */
  signal: AbortSignal
  shortcuts: Shortcuts
  stopReading(): void
  /** What a report of the page tells of: its headers and rows. */
  shown(): [headers: readonly string[], rows: readonly RowSeen[]]
}

/** All that we show on the page. */
export interface Overlay {
  readonly marks: Marks
  readonly bar: Bar
  /** The grid to stand by was found, or found anew. */
  attach(): void
  /** Marks the cloud of a row as what is known of it. */
  mark(row: Element, read: RowRead, known: RowKnown): void
  /** Moves what was marked since to its place, and looks at it again once the page has laid itself out. */
  settle(): void
  /** Shows what changed where it is shown already. */
  refresh(invoices: readonly AssessedInvoice[]): void
  /** Puts back what the page removed. */
  restore(): void
  stop(): void
}

export function createOverlay(options: OverlayOptions): Overlay {
  const { ask, brought, shortcuts } = options
  const stopper = new AbortController()
  const { signal } = stopper
  const layer = createLayer()
  const tooltip = createTooltip(layer)
  const card = createLazyCard(async () => (await brought()).createCard(layer, ask))
  const bar = createBar(layer, {
    ask,
    isHidden: options.without.bar,
    stopReading: options.stopReading,
    report: async () => (await brought()).copyReport(...options.shown()),
    loadList: async act => (await brought()).createBarList(layer, act),
    open: openInvoice,
    changed: () => moveBar(),
  })
  const marks = createMarks({
    scheme: () => schemeOf(options.grid() ?? document.body),
    onGivenUp: () => bar.note.stuck(say('page.marks-removed')),
  })
  let help: ShortcutHelp | undefined
  listenToMarks({ layer, marks, tooltip, card, bar, hideHelp: () => help?.hide() ?? false }, signal)
  listenToShortcuts({ shortcuts, layer, marks, act }, AbortSignal.any([signal, options.signal]))

  function act(action: ShortcutAction): boolean {
    if (action === 'help') {
      void showHelp()
      return true
    }
    if (action !== 'next' && action !== 'previous') return bar.press(action)
    const [any] = marks.all()
    if (any) void goTo(action === 'next' ? 1 : -1)
    return any !== undefined
  }
  async function goTo(step: 1 | -1): Promise<void> {
    const { neighbour } = await brought()
    const mark = neighbour(marks, step, !options.isPartial())
    mark?.place.cell.scrollIntoView({ block: 'nearest' })
    mark?.focus()
  }
  async function showHelp(): Promise<void> {
    const { createShortcutHelp } = await brought()
    help ??= createShortcutHelp(layer, shortcuts, () => void ask('open-options', {}))
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
    options.moved()
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
  document.addEventListener('scroll', followScroll, {
    capture: true,
    passive: true,
    signal,
  })

  /** Whatever scrolls may bring other rows into sight; only what moves the grid itself moves the bar. */
  function followScroll({ target }: Event): void {
    const grid = options.grid()
    if (!grid || !(target instanceof Node)) return
    if (target !== grid && target !== grid.parentElement && target.contains(grid)) moveBar()
    options.moved()
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
    mark(row, read, known) {
      if (options.without.marks) return
      const content = contentFor(read, known)
      if (content) marks.show(row, read, content)
      else marks.remove(row)
    },
    refresh(invoices) {
      for (const invoice of invoices) card.refresh(invoice)
      for (const mark of marks.all()) tooltip.refresh(mark)
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
function contentFor({ seen }: RowRead, { invoice, isUnmatched }: RowKnown): MarkContent | null {
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
