import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { pageMatches } from '#lib/page/matches.ts'
import { answerPresence } from '#lib/page/presence.ts'
import { take } from './late-scripts.ts'
import { start } from './start.ts'

export default defineContentScript({
  matches: pageMatches,
  // A list may stand in a frame of the same site: that is a page by itself.
  allFrames: true,
  runAt: 'document_start',
  main(context) {
    answerPresence(document, () => context.isValid)
    start({ runtime: browser.runtime, signal: context.signal, take })
  },
})
