import { readSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { useTaught } from './use-taught.ts'

/** Keeps what a lesson taught. @throws Refusal where none was begun in the tab that tells it */
export const keepTaught: Handler<'keep-taught'> = async (app, { taught }, { tabId }) => {
  const teaching = await readSetting(app.store, 'teaching')
  if (teaching === null || teaching.tabId !== tabId) throw new Refusal(say('refused.no-lesson'))
  await useTaught(app, taught)
  return { ok: true, said: say('did.taught') }
}
