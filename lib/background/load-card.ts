import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'

/** Runs the card's script in the page that asks for it. */
export const loadCard: Handler<'load-card'> = async (app, _, { tabId, frameId }) => {
  if (tabId === null) throw new Refusal('Only a page needs a card.')
  await app.browser.runScript({ tabId, frameId }, 'card.js')
  return { ok: true, said: null }
}
