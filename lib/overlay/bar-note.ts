import type { OutletId } from '#lib/domain/ids.ts'
import type { Key } from '#lib/domain/say.ts'
import type { Outcome, Summary } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import type { Ask, Said } from './ask.ts'
import { button, element } from './element.ts'

export interface BarNoteOptions {
  ask: Ask
  /** The outlets that the page shows; null for all. */
  outletIds(): OutletId[] | null
  said: Said
  stopReading(): void
  /** Copies what helps to learn a page that was not recognised. */
  report(): Promise<Outcome>
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

const banners = {
  'not-signed-in': ['overlay.signed-out', 'overlay.sign-in'],
  reconnect: ['overlay.connection-ended', 'overlay.reconnect'],
  'server-unreachable': ['overlay.server-unreachable', 'overlay.check-again'],
  'storage-full': ['overlay.storage-full', 'overlay.check-again'],
} as const satisfies Record<Exclude<Summary['banner'], 'none'>, readonly [text: Key, label: Key]>

export function createBarNote({
  ask,
  outletIds,
  said,
  stopReading,
  report,
  changed,
}: BarNoteOptions): BarNote {
  const text = element('span', { class: 'text' })
  const bar = element('progress', { 'aria-label': say('overlay.exporting') })
  const copyReport = said.button(say('overlay.copy-report'), report, 'action')
  const cancel = said.button(say('overlay.cancel'), () => ask('cancel-exports', {}), 'quiet')
  const stop = button(say('overlay.stop'), stopReading, { class: 'quiet' })
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
      ? { ok: false, problem: say('overlay.still-so') }
      : { ok: true, said: say('overlay.well-again') }
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
    if (banner) mend.textContent = say(banner[1])
    const words = isLost
      ? say('overlay.updated')
      : (stuckOn ??
        trouble ??
        (banner && say(banner[0])) ??
        (progress && progressWords(progress)) ??
        (read && say('overlay.reading', read)) ??
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
  const ended = { done: done + failed, total, failed }
  return failed > 0 ? say('overlay.progress-failed', ended) : say('overlay.progress', ended)
}

/** What became of a run, by the counts before and after it: what was exported, and what was not. */
function endWords(start: Summary | undefined, end: Summary): [text: string, bad: boolean] {
  const ended: [string, boolean] = [say('overlay.ended'), false]
  if (!start) return ended
  const grown = (status: 'exported' | 'failed') =>
    Math.max(0, (end.counts[status] ?? 0) - (start.counts[status] ?? 0))
  const failed = grown('failed')
  const exported = grown('exported')
  if (failed > 0) return [say('overlay.ended-failed', { exported, failed }), true]
  // Bills that stood were updated, or what was exported had been counted before.
  return exported > 0 ? [say('overlay.ended-well', { exported }), false] : ended
}
