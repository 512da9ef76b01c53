import { ask as askRuntime, type Runtime } from '#lib/channel.ts'
import type { InvoiceId, OutletId } from '#lib/domain/ids.ts'
import type { AssessedInvoice, PageAnswer, PageSetup, RowSeen } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import type { FeedMessage } from '#lib/page/feed-channel.ts'
import type { Grid } from '#lib/page/grid.ts'
import { outletShown } from '#lib/page/outlet-filter.ts'
import type { Feature, PageProfile } from '#lib/page/profile.ts'
import { isReadable, type RowRead, readRow } from '#lib/page/row.ts'
import { isTelling } from '#lib/page/telling-json.ts'
import { say } from '#lib/words/say.ts'
import type { DetailReading } from './detail-reading.ts'
import type { Late, LateScripts } from './late-scripts.ts'
import { type NoticeSource, onNotices } from './notices.ts'
import { createOverlay, type Overlay } from './overlay.ts'
import { watchPage } from './page-watch.ts'
import { createReadOnce } from './read-once.ts'
import { inSlices } from './slices.ts'
import { createSummaries } from './summaries.ts'
import type { TableReadingOptions } from './table-reading.ts'
import { createTeller } from './teller.ts'

export interface RunOptions {
  profile: PageProfile
  off: PageSetup['off']
  /** What is switched off, for the bar. */
  says: PageSetup['says']
  shortcuts: PageSetup['shortcuts']
  runtime: Runtime & NoticeSource & { id?: string }
  signal: AbortSignal
  /** What a script brought that was run in this page. */
  take: <N extends keyof LateScripts>(name: N) => LateScripts[N]
}

/** Rows that are annotated before the page is painted again; more are done in slices. */
const atOnce = 60
/** A page that shows no list for so long is another one. */
const otherMs = 1000

/** A run under way. */
export interface Run {
  /** What the page's own world hands over. */
  hear(message: FeedMessage): void
  /** Ends it, and takes away all that it put into the page. */
  stop(): void
}

/** One run on one page by one profile, until the page, the profile or the extension goes away. */
export function startRun(options: RunOptions): Run {
  const { profile, says, runtime, signal: outer, take } = options
  const isOff = (feature: Feature) => options.off.includes(feature)
  const own = new AbortController()
  const signal = AbortSignal.any([outer, own.signal])
  const invoices = new Map<InvoiceId, AssessedInvoice>()
  const invoiceOfKey = new Map<string, InvoiceId>()
  /** Keys of rows that the worker could not match with one invoice. */
  const unmatched = new Set<string>()
  const reads = new Map<Element, RowRead>()
  let grid: Grid | null = null
  let other: ReturnType<typeof setTimeout> | undefined
  let overlay: Overlay | undefined

  const ask: Ask = (name, data) => askRuntime(runtime, name, data)
  const shown = () => outletShown(document, profile)

  const brought = new Set<keyof LateScripts>()
  const late: Late = async name => {
    if (!brought.has(name)) await guarded(ask)('load-script', { name })
    brought.add(name)
    return take(name)
  }
  let details: Promise<DetailReading> | undefined
  const withDetails = (act: (reading: DetailReading) => void) => {
    details ??= late('errands').then(({ createDetailReading }) =>
      createDetailReading({
        signal,
        report: async answers => problemOf(await teller.report(answers)),
        isInSight: id => overlay?.isInSight(id) ?? false,
        onProgress: progress => overlay?.bar.note.reading(progress),
        onStopped: why => overlay?.bar.note.say(why, true),
      }),
    )
    details.then(act, () => {
      // The worker may be starting anew; the next sighting's answer asks again.
      details = undefined
    })
  }

  const teller = createTeller({
    ask: guarded(ask),
    signal,
    outletShown: shown,
    rowsNow: () => [...reads.values()].map(({ seen }) => seen).slice(0, 500),
    onAnswer: answered,
    onRefused: why => overlay?.bar.note.stuck(why),
    onSilence: () => overlay?.bar.note.stuck(say('page.silent')),
  })
  const readOnce = createReadOnce({ signal, report: answers => teller.report(answers) })
  const summaries = createSummaries({
    ask: guarded(ask),
    signal,
    outletIds: outletsShown,
    onSummary: (summary, outletIds) => overlay?.bar.show(summary, outletIds),
  })

  onNotices(runtime, signal, {
    assessed: items => {
      remember(items)
      repaint()
    },
    summaryChanged: () => summaries.refresh(),
    late,
    readDetails: unread => !isOff('detail-requests') && withDetails(each => each.need(unread)),
    leavesPageAlone: isOff('fixes-on-page'),
    controlOf: id =>
      [...reads.values()].find(({ seen }) => invoiceOfKey.get(seen.key) === id)?.control ?? null,
    show: id => {
      const mark = overlay?.marks.ofInvoice(id)
      mark?.place.cell.scrollIntoView({ block: 'nearest' })
      mark?.focus()
      return mark !== undefined
    },
    report: async answers => problemOf(await teller.report(answers)),
    say: (text, bad) => overlay?.bar.note.say(text, bad),
  })

  const begin = () => {
    watchPage({
      profile,
      signal,
      onGrid: changeGrid,
      onNothing: readOther,
      onRows: rows => void seeRows(rows),
      onRemoved: () => overlay?.restore(),
    })
  }
  // Waited for by timer: a listener would do its work within the page's own first task.
  const wait = () => {
    if (signal.aborted) return
    if (document.readyState === 'loading') setTimeout(wait, 30)
    else begin()
  }
  wait()

  return {
    hear(message) {
      if (message.kind === 'pending') teller.waitFor(message.count)
      else if (isTelling(message.text)) teller.hear(message.url, message.text)
    },
    stop() {
      own.abort()
      overlay?.stop()
    },
  }

  function readOther(): void {
    clearTimeout(other)
    other = setTimeout(() => {
      if (grid || signal.aborted) return
      const want: TableReadingOptions['want'] = unread => withDetails(each => each.want(unread))
      // The worker may be starting anew: the page's next change asks again.
      late('errands')
        .then(({ readOtherPage }) => readOtherPage({ profile, ask: guarded(ask), want }))
        .catch(() => undefined)
    }, otherMs)
  }

  function changeGrid(found: Grid | null, headers: string[]): void {
    grid = found
    reads.clear()
    if (!found && headers.length === 0) {
      overlay?.stop()
      overlay = undefined
      return
    }
    overlay ??= createOverlay({
      ask: guarded(ask),
      async loadCard(layer) {
        const { createCard } = await late('card')
        return createCard(layer, guarded(ask))
      },
      signal,
      shortcuts: options.shortcuts,
      async loadHelp(layer) {
        const { createShortcutHelp } = await late('card')
        return createShortcutHelp(layer, options.shortcuts, () => void guarded(ask)('open-options', {}))
      },
      async loadList(layer, act) {
        const { createBarList } = await late('card')
        return createBarList(layer, act)
      },
      async report() {
        const { reportOf } = await late('card')
        return reportOf(
          headers,
          [...reads.values()].map(({ seen }) => seen),
        )
      },
      grid: () => grid?.roots[0] ?? null,
      without: { marks: isOff('marks'), bar: isOff('bar') },
      invoicesOf: status => [...invoices.values()].filter(invoice => invoice.status === status),
      stopReading: () => withDetails(each => each.stop()),
    })
    overlay.attach()
    overlay.bar.note.off(says)
    if (!found) overlay.bar.note.problem(say('page.other-columns'))
    else summaries.refresh()
  }

  async function seeRows(rows: Element[]): Promise<void> {
    const now = overlay
    const from = grid
    if (!now || !from) return
    for (const row of reads.keys()) if (!row.isConnected) reads.delete(row)
    now.marks.sweep()
    const see = (row: Element) => from === grid && seeRow(now, from, row)
    const settle = () => now.settle()
    if (rows.length <= atOnce) {
      for (const row of rows) see(row)
      settle()
    } else await inSlices(rows, see, { signal, after: settle })
    if (overlay !== now) return
    judge(now)
    summaries.shown()
  }

  function seeRow(now: Overlay, from: Grid, row: Element): void {
    const read = readRow(from, row, profile)
    if (!read) {
      reads.delete(row)
      now.marks.remove(row)
      return
    }
    reads.set(row, read)
    paint(now, row, read)
    if (isReadable(read.seen)) teller.see(read.seen)
  }

  /** Says so where the page looks like a list of invoices, but nothing of it can be read. */
  function judge(now: Overlay): void {
    if (now.marks.givenUp) return
    const all = [...reads.values()]
    const readable = all.filter(({ seen }) => isReadable(seen))
    now.bar.note.problem(all.length > 0 && readable.length === 0 ? say('page.other-rows') : null)
  }

  function paint(now: Overlay, row: Element, read: RowRead): void {
    const id = invoiceOfKey.get(read.seen.key)
    now.mark(row, read, (id && invoices.get(id)) ?? null, unmatched.has(read.seen.key))
  }

  function repaint(): void {
    const now = overlay
    if (!now) return
    void inSlices([...reads], ([row, read]) => row.isConnected && paint(now, row, read), {
      signal,
      after: () => now.settle(),
    })
    now.refresh([...invoices.values()])
  }

  function answered(answer: PageAnswer, rows: readonly RowSeen[]): void {
    for (const { key } of rows) {
      unmatched.add(key)
      invoiceOfKey.delete(key)
    }
    for (const { key, invoice } of answer.rows) {
      unmatched.delete(key)
      invoiceOfKey.set(key, invoice.id)
    }
    remember(answer.rows.map(({ invoice }) => invoice))
    repaint()
    problemOf(answer)
    if (!isOff('detail-requests')) {
      if (answer.unread.length > 0) withDetails(each => each.want(answer.unread))
      readOnce(answer.alsoRead)
    }
    summaries.refresh()
  }

  function remember(items: readonly AssessedInvoice[]): void {
    for (const item of items) invoices.set(item.id, item)
  }

  function problemOf({ problem }: PageAnswer): void {
    if (problem !== null) overlay?.bar.note.say(problem, true)
  }

  /** The outlets that the page shows now; null while it shows all. */
  function outletsShown(): OutletId[] | null {
    if (shown() === null) return null
    const ids = [...reads.values()].flatMap(({ seen }) => {
      const id = invoiceOfKey.get(seen.key)
      const invoice = id && invoices.get(id)
      return invoice ? [invoice.outletId] : []
    })
    return ids.length > 0 ? [...new Set(ids)] : null
  }

  /** After the extension was reloaded its old scripts can do nothing any more, and say so once. */
  function guarded(act: Ask): Ask {
    return async (name, data) => {
      try {
        return await act(name, data)
      } catch (error) {
        if (runtime.id === undefined) {
          overlay?.bar.note.lost()
          own.abort()
        }
        throw error
      }
    }
  }
}
