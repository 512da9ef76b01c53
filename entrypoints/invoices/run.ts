import { ask as askRuntime, type Runtime } from '#lib/channel.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { PageAnswer, PageSetup, RowSeen } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import type { FeedMessage } from '#lib/page/feed-channel.ts'
import type { Grid } from '#lib/page/grid.ts'
import { createOutletFilter } from '#lib/page/outlet-filter.ts'
import type { Feature, PageProfile } from '#lib/page/profile.ts'
import { isReadable, type RowRead, readRow } from '#lib/page/row.ts'
import { isTelling } from '#lib/page/telling-json.ts'
import { say } from '#lib/words/say.ts'
import type { DetailReading } from './detail-reading.ts'
import { createKnownRows } from './known-rows.ts'
import type { Late, LateScripts } from './late-scripts.ts'
import { type NoticeSource, onNotices } from './notices.ts'
import { createOverlay, type Overlay } from './overlay.ts'
import { type PageWatch, watchPage } from './page-watch.ts'
import { createSight } from './sight.ts'
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
  const known = createKnownRows()
  let grid: Grid | null = null
  let other: ReturnType<typeof setTimeout> | undefined
  let overlay: Overlay | undefined

  const ask: Ask = (name, data) => askRuntime(runtime, name, data)
  const filter = createOutletFilter(document, profile)

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
        isInSight(id) {
          const read = known.ofInvoice(id)
          return read !== undefined && sight.isInside(read.row)
        },
        onProgress: progress => overlay?.bar.note.reading(progress),
        onStopped: why => overlay?.bar.note.say(why, true),
      }),
    )
    details.then(act, () => {
      // The worker may be starting anew; the next sighting's answer asks again.
      details = undefined
    })
  }

  let readOnce: ReturnType<LateScripts['errands']['createReadOnce']> | undefined
  const readAlso = (urls: readonly string[]) => {
    // The worker may be starting anew; the next answer asks again.
    const begin = ({ createReadOnce }: LateScripts['errands']) => {
      readOnce ??= createReadOnce({ signal, report: answers => teller.report(answers) })
      readOnce(urls)
    }
    late('errands').then(begin, () => undefined)
  }

  const teller = createTeller({
    ask: guarded(ask),
    signal,
    outletShown: filter.shown,
    rowsNow: () => [...known.reads()].map(([, { seen }]) => seen).slice(0, 500),
    isAnswered: known.isAnswered,
    onAnswer: answered,
    onRefused: why => overlay?.bar.note.stuck(why),
    onSilence: () => overlay?.bar.note.stuck(say('page.silent')),
  })
  const summaries = createSummaries({
    ask: guarded(ask),
    signal,
    outletIds: outletsShown,
    onSummary: (summary, outletIds) => overlay?.bar.show(summary, outletIds),
  })

  onNotices(runtime, signal, {
    assessed: items => {
      repaint(known.update(items))
      overlay?.refresh(items)
    },
    summaryChanged: () => summaries.refresh(),
    late,
    readDetails: unread => !isOff('detail-requests') && withDetails(each => each.need(unread)),
    leavesPageAlone: isOff('fixes-on-page'),
    rowOf: known.ofInvoice,
    seek(number) {
      sight.seeThoseWith(number)
      return teller.told()
    },
    focus: id => overlay?.marks.ofInvoice(id)?.focus(),
    report: async answers => problemOf(await teller.report(answers)),
    say: (text, bad) => overlay?.bar.note.say(text, bad),
  })

  const sight = createSight({
    signal,
    candidates: () => grid?.candidates() ?? [],
    see: seeRow,
    tell(row) {
      const read = readIn(row)
      if (read && isReadable(read.seen)) teller.mention(read.seen)
    },
    leave(row) {
      if (overlay?.marks.letGo(row) === false) return false
      known.drop(row)
      return true
    },
    after: judge,
  })
  let unmarked: LateScripts['errands']['unmarked'] | undefined
  let watch: PageWatch | undefined
  const begin = () => {
    watch = watchPage({
      profile,
      unmarked: () => unmarked,
      signal,
      onGrid: changeGrid,
      onNothing: readOther,
      onList: rows => changeRows(() => sight.show(rows)),
      onRows: rows => changeRows(() => sight.change(rows)),
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
      // The page was busy for all that time: what it draws is not looked at yet.
      if (watch?.isSearching) return readOther()
      if ((grid && unmarked) || signal.aborted) return
      const want: TableReadingOptions['want'] = unread => withDetails(each => each.want(unread))
      // The worker may be starting anew: the page's next change asks again.
      late('errands')
        .then(errands => {
          // The page has changed since: what it shows now is looked at first.
          if (watch?.isSearching) return readOther()
          if (!unmarked) watch?.search()
          unmarked = errands.unmarked
          if (!grid) errands.readOtherPage({ profile, ask: guarded(ask), want })
        })
        .catch(() => undefined)
    }, otherMs)
  }

  function changeGrid(found: Grid | null, headers: string[]): void {
    grid = found
    known.clear()
    if (!found && headers.length === 0) {
      overlay?.stop()
      overlay = undefined
      return
    }
    overlay ??= createOverlay({
      ask: guarded(ask),
      brought: () => late('card'),
      signal,
      shortcuts: options.shortcuts,
      shown: () => [headers, [...known.reads()].map(([, { seen }]) => seen)],
      grid: () => grid?.roots[0] ?? null,
      without: { marks: isOff('marks'), bar: isOff('bar') },
      moved: () => sight.moved(),
      isPartial: () => sight.isPartial,
      stopReading: () => withDetails(each => each.stop()),
    })
    overlay.attach()
    overlay.bar.note.off(says)
    if (!found) overlay.bar.note.problem(say('page.other-columns'))
    else summaries.refresh()
  }

  /** Looks at what is new in the list, before the page draws it where it is little. */
  function changeRows(look: () => void): void {
    known.sweep()
    overlay?.marks.sweep()
    look()
    summaries.shown()
  }

  function seeRow(row: Element): void {
    const read = readIn(row)
    if (!read) {
      known.drop(row)
      overlay?.marks.remove(row)
      return
    }
    known.keep(row, read)
    overlay?.mark(row, read, known.of(read))
    if (isReadable(read.seen)) teller.see(read.seen)
  }

  function readIn(row: Element): RowRead | null {
    return grid && readRow(grid, row, profile)
  }

  /** Says so where the page looks like a list of invoices, but nothing of it can be read. */
  function judge(): void {
    overlay?.settle()
    if (!overlay?.marks.givenUp) overlay?.bar.note.problem(known.isUnreadable ? say('page.other-rows') : null)
  }

  function repaint(keys: ReadonlySet<string>): void {
    const now = overlay
    if (!now || keys.size === 0) return
    const changed = [...known.reads()].filter(([row, { seen }]) => row.isConnected && keys.has(seen.key))
    const paint = ([row, read]: [Element, RowRead]) => now.mark(row, read, known.of(read))
    void inSlices(changed, paint, { signal, after: now.settle })
  }

  function answered(answer: PageAnswer, rows: readonly RowSeen[], isAll: boolean): void {
    repaint(known.answer(answer, rows))
    if (isAll) overlay?.bar.answered()
    overlay?.refresh(answer.rows.map(({ invoice }) => invoice))
    problemOf(answer)
    if (rows.length > 0 && !answer.isFed) sight.tellRest()
    if (!isOff('detail-requests')) {
      if (answer.unread.length > 0) withDetails(each => each.want(answer.unread))
      if (answer.alsoRead.length > 0) readAlso(answer.alsoRead)
    }
    summaries.refresh()
  }

  function problemOf({ problem }: PageAnswer): void {
    if (problem !== null) overlay?.bar.note.say(problem, true)
  }

  /** The outlets that the page shows now; null while it shows all. */
  function outletsShown(): OutletId[] | null {
    if (filter.shown() === null) return null
    const ids = known.outlets()
    return ids.length > 0 ? ids : null
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
