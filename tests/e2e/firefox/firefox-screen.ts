import { z } from 'zod'
import type { Eyes, Thing } from '#sandbox/tour/eyes.ts'
import { Screen } from '#sandbox/tour/screen.ts'
import type { Bidi } from './bidi.ts'
import { choose } from './choose.ts'
import { handsOnPage, handsOnWindow } from './firefox-hands.ts'
import { inTheWindow, type Place, type Question } from './in-the-window.ts'

const Things = z.array(
  z.object({
    role: z.string(),
    name: z.string(),
    description: z.string(),
    value: z.string(),
    checked: z.boolean(),
    disabled: z.boolean(),
    expanded: z.boolean(),
    focused: z.boolean(),
    id: z.number(),
  }),
)

/** A page in the tab in front, by its browsing context; `window` is the browser's own. */
export function pageScreen(bidi: Bidi, window: string, context: string, address: string): Screen {
  const eyes = eyesOn(bidi, window, 'tab', (select, option) => choose(bidi, context, select, option))
  return new Screen(handsOnPage(bidi, window, context, address), eyes)
}

/** What the browser shows beside the page, over it, or all that is in its window. */
export function windowScreen(bidi: Bidi, window: string, place: Place): Screen {
  const eyes = eyesOn(bidi, window, place, () =>
    Promise.reject(new Error(`Nothing is chosen in the ${place}`)),
  )
  return new Screen(handsOnWindow(bidi, window, `Firefox's ${place}`), eyes)
}

function eyesOn(bidi: Bidi, window: string, place: Place, choose: Eyes['choose']): Eyes {
  const ask = (question: Question) => bidi.call(window, inTheWindow.toString(), place, question)
  const of = async (thing: Thing, question: Question) => {
    const answer = await ask(question)
    if (answer === null) throw new Error(`${thing.role} ${thing.name} is detached from the page`)
    return answer
  }
  return {
    things: async role => Things.parse(await ask({ ask: 'things', role })),
    bringIntoView: async thing => void (await of(thing, { ask: 'show', id: thing.id })),
    corners: async thing => z.array(z.number()).parse(await of(thing, { ask: 'corners', id: thing.id })),
    isAt: async (thing, at) => z.boolean().parse(await of(thing, { ask: 'meets', id: thing.id, at })),
    textOf: async thing => z.string().parse(await of(thing, { ask: 'text', id: thing.id })),
    choose,
  }
}
