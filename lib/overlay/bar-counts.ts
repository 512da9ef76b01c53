import type { Status } from '#lib/domain/assessment.ts'
import type { Summary } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { button, element } from './element.ts'
import { statusIcon } from './icons.ts'

/** The order in which a person wants to read them: what to do first, what is done last. */
const order: readonly Status[] = [
  'ready',
  'missing-product-group',
  'missing-account',
  'failed',
  'exporting',
  'exported',
  'not-recognised',
]

/** The counts as toggle buttons, one per status that there is; each opens its list. */
export interface BarCounts {
  readonly element: HTMLElement
  show(counts: Summary['counts']): void
  expand(status: Status | null): void
}

export function createBarCounts(toggle: (status: Status, pressed: HTMLButtonElement) => void): BarCounts {
  const whole = element('div', { class: 'counts', role: 'group', 'aria-label': say('overlay.counts') })
  const buttons = new Map(
    order.map(status => {
      const number = element('b')
      const pressed = button(statusIcon(status), () => toggle(status, pressed), {
        class: 'count',
        'aria-expanded': 'false',
        hidden: true,
      })
      pressed.append(number, element('span', { class: 'word' }, say(`short.${status}`)))
      whole.append(pressed)
      return [status, { pressed, number }]
    }),
  )
  return {
    element: whole,
    show(counts) {
      for (const [status, { pressed, number }] of buttons) {
        const count = counts[status] ?? 0
        pressed.hidden = count === 0
        if (number.textContent === String(count)) continue
        number.textContent = String(count)
        pressed.setAttribute('aria-label', `${say(`status.${status}`)} ${count}`)
        pressed.title = say(`status.${status}`)
      }
    },
    expand(status) {
      for (const [each, { pressed }] of buttons)
        pressed.setAttribute('aria-expanded', String(each === status))
    },
  }
}
