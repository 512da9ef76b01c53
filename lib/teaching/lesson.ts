import type { Instant } from '#lib/domain/instant.ts'
import type { Outcome } from '#lib/messages.ts'
import type { Layer } from '#lib/overlay/layer.ts'
import { amend } from '#lib/page/amend.ts'
import { rootsOf } from '#lib/page/grid/roots.ts'
import type { Column, KnownCloud, PageProfile } from '#lib/page/profile.ts'
import { isOurs } from '#lib/page/row.ts'
import { plainLabel } from '#lib/page/shown-text.ts'
import type { Taught } from '#lib/page/taught.ts'
import { type CloudShown, evidenceOf } from '#lib/page/taught-cloud.ts'
import { cloudsShown, type Trial, tryOut } from '#lib/page/try-out.ts'
import { say } from '#lib/words/say.ts'
import { createLessonPanel } from './lesson-panel.ts'
import { cloudPointedAt, headerPointedAt, headersOf } from './pointed.ts'
import { createPointing } from './pointing.ts'
import { type Step, steps } from './steps.ts'

export interface LessonOptions {
  layer: Layer
  /** By which the page is read so far. */
  profile: PageProfile
  signal: AbortSignal
  now(): Instant
  keep(taught: Taught): Promise<Outcome>
  /** The lesson is over, kept or not. */
  end(): void
}

/** What was pointed at so far. */
interface Given {
  columns: Map<Column, string>
  clouds: Map<KnownCloud, CloudShown>
  /** Null while no row was pointed at. */
  rowIsRead: boolean | null
}

/**
 * Asks a person to point at headers, at a cloud of each colour and at a row; then reads the page by what was pointed
 * at and shows what comes of it, before anything is kept.
 */
export function startLesson({ layer, profile, signal, now, keep, end }: LessonOptions): void {
  let given: Given = { columns: new Map(), clouds: new Map(), rowIsRead: null }
  let at = 0
  let trial = tryOut(document, profile)
  const panel = createLessonPanel(layer, {
    back: () => go(at - 1),
    skip: () => go(at + 1),
    again() {
      given = { columns: new Map(), clouds: new Map(), rowIsRead: null }
      go(0)
    },
    save: () => keep(taught()),
    end,
    move: by => nameOf(pointing.move(by)),
    choose: () => pointing.choose(),
  })
  const pointing = createPointing(layer, signal, element => {
    const step = steps[at]
    if (step) point(step, element)
  })
  go(0)

  function taught(): Taught {
    const columns: Taught['columns'] = {}
    for (const [column, header] of given.columns) columns[column] = [plainLabel(header)]
    const clouds = evidenceOf(Object.fromEntries(given.clouds), cloudsShown(trial.reads))
    return { at: now(), columns, clouds }
  }

  function point(step: Step, element: Element): void {
    const problem = take(step, element)
    if (problem === null) go(at + 1)
    else panel.say(problem, true)
  }

  /** Takes what was pointed at for what was asked; gives why not, in words, where it cannot be that. */
  function take(step: Step, element: Element): string | null {
    if (step.kind === 'column') {
      const header = headerPointedAt(element)
      if (header === null) return say('teach.no-header')
      for (const [column, words] of given.columns) if (words === header) given.columns.delete(column)
      given.columns.set(step.column, header)
    } else if (step.kind === 'cloud') {
      given.clouds.set(step.status, cloudPointedAt(element, trial))
      if (!taught().clouds[step.status]) {
        given.clouds.delete(step.status)
        return say('teach.nothing-tells')
      }
    } else {
      const row = trial.grid?.rowOf(element)
      given.rowIsRead = trial.reads.some(read => read.row === row)
    }
    return null
  }

  function go(to: number): void {
    at = Math.max(0, to)
    trial = tryOut(document, amend(profile, taught()))
    const step = steps[at]
    if (step) panel.ask(step, at, steps.length)
    else panel.result(trial, given.rowIsRead)
    pointing.offer(step ? candidates(step, trial) : [])
  }
}

function candidates(step: Step, { reads }: Trial): Element[] {
  if (step.kind === 'column') {
    const ofPage = rootsOf(document).filter(root => !('host' in root && isOurs(root.host)))
    return ofPage.flatMap(headersOf)
  }
  return step.kind === 'cloud' ? reads.map(({ icon, cell }) => icon ?? cell) : reads.map(({ row }) => row)
}

/** What the arrow keys came to, for who does not see the frame. */
function nameOf(element: Element | null): string {
  if (!element) return say('teach.nothing-to-offer')
  const text = element.getAttribute('aria-label') ?? element.textContent ?? ''
  return text.replace(/\s+/g, ' ').trim().slice(0, 80) || `<${element.localName}>`
}
