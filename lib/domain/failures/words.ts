import type { Say } from '../say.ts'
import { failureEntry } from './catalogue.ts'

/** What a failure means, for people: a title, and what happened in words a chef understands. */
export function failureWords(code: string, say: Say): { title: string; says: string } {
  const { code: known } = failureEntry(code)
  return { title: say(`failure.${known}.title`), says: say(`failure.${known}.says`) }
}

/** What a failure's title says of an invoice that was not sent yet. */
export function wouldBeRefused(title: string, say: Say): string {
  return say('reason.would-be-refused', { title: `${title.slice(0, 1).toLowerCase()}${title.slice(1)}` })
}
