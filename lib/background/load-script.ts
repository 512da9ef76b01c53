import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'

/** Runs one of our scripts in the page that asks for it. */
export const loadScript: Handler<'load-script'> = async (app, { name }, { tabId, frameId }) => {
  if (tabId === null) throw new Refusal('Only a page needs a script.')
  await app.browser.runScript({ tabId, frameId }, `${name}.js`)
  return { ok: true, said: null }
}
