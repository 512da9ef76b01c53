import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answerPresence } from '#lib/page/presence.ts'
import { take } from './late-scripts.ts'
import { start } from './start.ts'

/**
 * The content script of every page of the host, named as such by wxt.config.ts. It is no content script of WXT's:
 * what WXT wraps those in weighs as much as our tooltip, and tells the page of us by a message.
 */
export default defineUnlistedScript(() => {
  const gone = new AbortController()
  // Chromium leaves the scripts of an extension that has gone running, without what connects them to it.
  const isThere = () => {
    if (browser.runtime?.id === undefined) gone.abort()
    return !gone.signal.aborted
  }
  answerPresence(document, isThere)
  start({ runtime: browser.runtime, signal: gone.signal, take })
})
