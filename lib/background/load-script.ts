import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'

/** Runs one of our scripts in the page that asks for it. */
export const loadScript: Handler<'load-script'> = async (app, { name }, { tabId, frameId }) => {
  if (tabId === null) throw new Refusal(say('refused.only-pages'))
  await app.browser.runScript({ tabId, frameId }, `${name}.js`)
  return { ok: true, said: null }
}
