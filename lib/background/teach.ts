import { writeSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'

/** Begins a lesson on the page that was looked at last, and brings it to the front. @throws Refusal where none is open */
export const teach: Handler<'teach'> = async ({ store, browser }) => {
  const [tabId] = await browser.pageTabs()
  if (tabId === undefined) throw new Refusal(say('refused.no-page-open'))
  await writeSetting(store, 'teaching', { tabId })
  await browser.runScript({ tabId, frameId: 0 }, 'teach.js')
  await browser.showTab(tabId)
  return { ok: true, said: say('did.teaching') }
}
