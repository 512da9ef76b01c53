import type { OutletId } from '#lib/domain/ids.ts'
import type { Outcome, Summary } from '#lib/messages.ts'
import type { Ask, Said } from './ask.ts'
import { copy } from './copy.ts'
import { button, element } from './element.ts'

export interface BarNoteOptions {
  ask: Ask
  /** The outlets that the page shows; null for all. */
  outletIds(): OutletId[] | null
  said: Said
  stopReading(): void
  report(): string
  /** Told when what the note shows has another size. */
  changed(): void
}

/** The one thing that the bar has to say besides its counts: the gravest goes first. */
export interface BarNote {
  readonly element: HTMLElement
  summary(summary: Summary, before: Summary | undefined): void
  /** The extension was reloaded under the page; nothing works any more. */
  lost(): void
  /** The page is not recognised, or something of it cannot be read; null: all is well. */
  problem(text: string | null): void
  /** Something that stands above all else until it is over (null), or the page is loaded again. */
  stuck(text: string | null): void
  /** What is switched off, for as long as nothing else is to be said; null: nothing is. */
  off(text: string | null): void
  /** How far the reading of invoices' lines has come; null: nothing is read. */
  reading(progress: { done: number; total: number } | null): void
  say(text: string, bad?: boolean): void
}

const banners: Record<Exclude<Summary['banner'], 'none'>, { text: string; label: string }> = {
  'not-signed-in': { text: 'You are signed out: exports wait.', label: 'Sign in' },
  reconnect: { text: 'A connection to the ledger has ended: exports wait.', label: 'Reconnect' },
  'server-unreachable': {
    text: 'Our server cannot be reached; exports go on by themselves once it can.',
    label: 'Check again',
  },
  'storage-full': { text: 'The browser’s storage is full: nothing new can be kept.', label: 'Check again' },
}

export function createBarNote({
  ask,
  outletIds,
  said,
  stopReading,
  report,
  changed,
}: BarNoteOptions): BarNote {
  const text = element('span', { class: 'text' })
  const bar = element('progress', { 'aria-label': 'Exporting' })
  const copyReport = said.button('Copy report', () => copy(report(), 'The report is copied.'), 'action')
  const cancel = said.button('Cancel', () => ask('cancel-exports', {}), 'quiet')
  const stop = button('Stop', stopReading, { class: 'quiet' })
  const mend = said.button('', mending, 'action')
  const whole = element('div', { class: 'note' }, bar, text, cancel, stop, mend, copyReport, said.line)
  said.line.classList.add('text')

  let isLost = false
  let trouble: string | null = null
  let stuckOn: string | null = null
  let switchedOff: string | null = null
  let read: { done: number; total: number } | null = null
  let latest: Summary | undefined
  /** How things stood before the present run. */
  let start: Summary | undefined

  async function mending(): Promise<Outcome> {
    if (latest?.banner === 'not-signed-in' || latest?.banner === 'reconnect')
      return ask('sign-in', { outletIds: outletIds() })
    const { banner } = await ask('summary', { outletIds: null })
    return banner === latest?.banner
      ? { ok: false, problem: 'It is still so.' }
      : { ok: true, said: 'It is well again.' }
  }

  function draw(): void {
    const progress = !isLost && latest && isRunning(latest) ? latest.progress : null
    const banner =
      isLost || trouble !== null || !latest || latest.banner === 'none' ? null : banners[latest.banner]
    bar.hidden = progress === null
    // What was said of the start is told better by the progress; a person who listens has heard it.
    said.line.classList.toggle('unseen', progress !== null && !said.line.hasAttribute('data-bad'))
    cancel.hidden = progress === null
    stop.hidden = isLost || progress !== null || read === null
    copyReport.hidden = isLost || trouble === null
    mend.hidden = banner === null
    if (progress) {
      bar.max = Math.max(1, progress.total)
      bar.value = progress.done + progress.failed
    }
    if (banner) mend.textContent = banner.label
    const words = isLost
      ? 'Clearcloud was updated: reload the page.'
      : (stuckOn ??
        trouble ??
        banner?.text ??
        (progress && progressWords(progress)) ??
        (read && `Reading invoices: ${read.done} of ${read.total}`) ??
        switchedOff ??
        '')
    if (text.textContent !== words) text.textContent = words
    text.title = words
    whole.hidden = words === '' && said.line.textContent === ''
    changed()
  }

  return {
    element: whole,
    summary(summary, before) {
      latest = summary
      if (isRunning(summary) && !isRunning(before)) start = before
      // Other outlets are shown now: what was counted before is no measure any more.
      if (!before) start = undefined
      if (isRunning(before) && !isRunning(summary)) said.say(...endWords(start, summary))
      draw()
    },
    lost() {
      isLost = true
      draw()
    },
    problem(next) {
      if (trouble === next) return
      trouble = next
      draw()
    },
    stuck(words) {
      stuckOn = words
      draw()
    },
    off(words) {
      if (switchedOff === words) return
      switchedOff = words
      draw()
    },
    reading(progress) {
      read = progress
      draw()
    },
    say(words, bad = false) {
      said.say(words, bad)
      draw()
    },
  }
}

/** A run of which every export has come to its end is over, even if it is still spoken of. */
export function isRunning(summary: Summary | undefined): boolean {
  const progress = summary?.progress
  return progress ? progress.done + progress.failed < progress.total : false
}

function progressWords({ done, failed, total }: NonNullable<Summary['progress']>): string {
  return `${done + failed} of ${total}${failed > 0 ? `, ${failed} failed` : ''}`
}

/** What became of a run, by the counts before and after it: what was exported, and what was not. */
function endWords(start: Summary | undefined, end: Summary): [text: string, bad: boolean] {
  if (!start) return ['The export has ended.', false]
  const grown = (status: 'exported' | 'failed') =>
    Math.max(0, (end.counts[status] ?? 0) - (start.counts[status] ?? 0))
  const failed = grown('failed')
  return [`${grown('exported')} exported${failed > 0 ? `, ${failed} failed` : ''}.`, failed > 0]
}
