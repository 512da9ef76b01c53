import type { Shape } from '#components/status-shapes.ts'
import type { CloudStatus } from '#lib/domain/invoice.ts'
import type { Outcome } from '#lib/messages.ts'
import { createSaid } from '#lib/overlay/ask.ts'
import { button, element } from '#lib/overlay/element.ts'
import { crossIcon, statusIcon } from '#lib/overlay/icons.ts'
import { type Layer, open, popover } from '#lib/overlay/layer.ts'
import type { Trial } from '#lib/page/try-out.ts'
import { say, sayCount } from '#lib/words/say.ts'
import type { Step } from './steps.ts'
import { teachingStyles } from './teaching-styles.ts'

export interface LessonActs {
  back(): void
  skip(): void
  again(): void
  save(): Promise<Outcome>
  end(): void
  /** Goes on among what may be pointed at by key; gives what it came to, in words. */
  move(by: 1 | -1): string
  choose(): void
}

/** The box that asks for one thing after the other, and at last shows what comes of it. */
export interface LessonPanel {
  ask(step: Step, at: number, of: number): void
  result(trial: Trial, rowIsRead: boolean | null): void
  say(text: string, bad?: boolean): void
}

const titleId = 'lesson-title'
const moves: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }
const shapes: [CloudStatus, Shape][] = [
  ['ready', 'ready'],
  ['missing-product-group', 'missing-product-group'],
  ['failed', 'failed'],
  ['exported', 'exported'],
  ['unknown', 'not-recognised'],
]

export function createLessonPanel(layer: Layer, act: LessonActs): LessonPanel {
  const piece = popover({ class: 'panel lesson', role: 'dialog', 'aria-labelledby': titleId })
  const body = element('div')
  const said = createSaid(element('p'))
  const actions = element('div', { class: 'actions' })
  piece.append(
    element(
      'header',
      {},
      element('h2', { id: titleId }, say('teach.title')),
      button(crossIcon(), act.end, { class: 'close', 'aria-label': say('overlay.close') }),
    ),
    body,
    said.line,
    actions,
  )
  piece.addEventListener('keydown', event => {
    // The page's own shortcuts, and ours, are no part of a lesson.
    event.stopPropagation()
    const by = moves[event.key]
    if (event.key === 'Escape') act.end()
    else if (by) {
      event.preventDefault()
      said.say(act.move(by))
    } else if (event.key === 'Enter' && event.target instanceof Element && event.target.matches('.keys'))
      act.choose()
  })
  layer.style(teachingStyles)
  layer.append(piece)

  return {
    ask(step, at, of) {
      said.say(null)
      const keys = element('p', { class: 'keys', tabindex: 0 }, say('teach.keys'))
      body.replaceChildren(
        element('p', { class: 'faint' }, say('teach.step', { step: at + 1, steps: of })),
        element('p', { class: 'task' }, taskOf(step)),
        keys,
      )
      actions.replaceChildren(
        ...(at > 0 ? [button(say('teach.back'), act.back, { class: 'action' })] : []),
        button(say('teach.skip'), act.skip, { class: 'action' }),
      )
      open(piece)
      keys.focus()
    },
    result(trial, rowIsRead) {
      said.say(null)
      const task = element('p', { class: 'task', tabindex: -1 }, say('teach.trial'))
      body.replaceChildren(
        task,
        ...(trial.grid ? outcomeOf(trial, rowIsRead) : [element('p', {}, say('teach.no-list'))]),
      )
      const save = said.button(say('teach.save'), saveAndEnd, 'action primary')
      actions.replaceChildren(
        ...(trial.grid ? [save] : []),
        button(say('teach.again'), act.again, { class: 'action' }),
        button(say('overlay.cancel'), act.end, { class: 'action' }),
      )
      task.focus()
    },
    say: said.say,
  }

  async function saveAndEnd(): Promise<Outcome> {
    const outcome = await act.save()
    if (outcome.ok) act.end()
    return outcome
  }
}

function taskOf(step: Step): string {
  if (step.kind === 'column') return say(`teach.column.${step.column}`)
  return step.kind === 'cloud' ? say(`teach.cloud.${step.status}`) : say('teach.row')
}

function outcomeOf({ reads, readable, clouds }: Trial, rowIsRead: boolean | null): Element[] {
  const lines = shapes.flatMap(([status, shape]) => {
    const count = clouds.get(status) ?? 0
    const name = say(shape === 'not-recognised' ? 'status.not-recognised' : `status.${shape as 'ready'}`)
    return count === 0 ? [] : [element('li', {}, statusIcon(shape), name, element('b', {}, String(count)))]
  })
  return [
    element('p', {}, sayCount('teach.rows', reads.length, { readable })),
    element('ul', {}, ...lines),
    ...(rowIsRead === false
      ? [element('p', { class: 'said', 'data-bad': true }, say('teach.row-not-read'))]
      : []),
  ]
}
