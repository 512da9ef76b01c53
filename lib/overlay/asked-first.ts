import type { Outcome } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import type { Said } from './ask.ts'
import { button, element } from './element.ts'

const questionId = 'card-question'

/**
 * A button that asks before it acts: what will happen takes the place of the fixes beside it, with the focus on
 * the way back. The question is the name of its group, so that a screen reader reads it out on the way there.
 * After acting, or on going back, the fixes are there again.
 */
export function askedFirst(
  label: string,
  asks: string,
  kind: string,
  act: () => Promise<Outcome>,
  said: Said,
): HTMLButtonElement {
  const back = () => {
    // A person who has gone on meanwhile keeps the focus where it is.
    const focused = step.contains((step.getRootNode() as ShadowRoot).activeElement)
    step.remove()
    if (focused) pressed.focus()
  }
  const confirm = async () => {
    const outcome = await act()
    back()
    return outcome
  }
  const cancel = button(say('overlay.cancel'), back, { class: 'action cancel' })
  const step = element(
    'div',
    { class: 'asks', role: 'group', 'aria-labelledby': questionId },
    element('p', { id: questionId, dir: 'auto' }, asks),
    // The way back comes first: it may lie where the fix was, and a second click there does nothing then.
    element('div', { class: 'row' }, cancel, said.button(label, confirm, 'action primary')),
  )
  const pressed = button(
    label,
    () => {
      pressed.parentElement?.after(step)
      cancel.focus()
    },
    { class: kind },
  )
  return pressed
}
