import { defineContentScript } from 'wxt/utils/define-content-script'
import { openFeed } from '#lib/page/feed-channel.ts'
import { pageMatches } from '#lib/page/matches.ts'
import { observeAnswers } from '#lib/page/observe-answers.ts'
import { leaveWithExtension } from '#lib/page/presence.ts'

export default defineContentScript({
  matches: pageMatches,
  // A list may stand in a frame of the same site: that is a page by itself.
  allFrames: true,
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    observeAnswers(window, openFeed(document))
    leaveWithExtension(window)
  },
})
