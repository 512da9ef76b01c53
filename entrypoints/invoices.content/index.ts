import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { takeCard } from '#lib/overlay/card-script.ts'
import { pageMatches } from '#lib/page/matches.ts'
import { answerPresence } from '#lib/page/presence.ts'
import { start } from './start.ts'

export default defineContentScript({
  matches: pageMatches,
  runAt: 'document_start',
  main(context) {
    answerPresence(document, () => context.isValid)
    start({ runtime: browser.runtime, signal: context.signal, takeCard })
  },
})
