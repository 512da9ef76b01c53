import { writeSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'

/** Keeps the keys of each action; open pages take them over at once. @throws Refusal where two share their keys */
export const setShortcuts: Handler<'set-shortcuts'> = async (app, { shortcuts }) => {
  const combos = Object.values(shortcuts).filter(combo => combo !== null)
  if (new Set(combos).size < combos.length) throw new Refusal(say('shortcuts.taken'))
  await writeSetting(app.store, 'shortcuts', shortcuts)
  for (const tab of await app.browser.pageTabs()) await app.notifier.tell(tab, 'profile-changed', {})
  return { ok: true, said: null }
}
