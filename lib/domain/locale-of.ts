import type { Say } from './say.ts'

/**
 * How amounts, numbers and days are written beside these texts, as BCP 47 has it: as the browser's language has it
 * (`en-GB`) where that is a variety of the catalogue's, else as the catalogue's has it. So a sentence and the
 * numbers in it are of one language.
 */
export function localeOf(say: Say): string {
  const own = say('language')
  // A text that every browser has by itself: the language of its own menus, `en_GB`.
  const ui = say('@@ui-locale').replace(/_/g, '-')
  return ui.split('-')[0] === own.split('-')[0] ? ui : own
}
