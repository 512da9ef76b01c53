import { rootsOf } from './grid/roots.ts'

const question = 'clearcloud-present'

/** Taken from a page that we leave: all that is ours in its trees bears this. */
const ours = '[data-clearcloud]'

/**
 * The page's side: takes what is ours out of the page when the extension has gone. Firefox ends an extension's
 * scripts without a word, so that only what runs in the page's own world is left to do it. It asks when the person
 * comes back to the page, because an extension is switched off elsewhere; nothing is polled.
 */
export function leaveWithExtension(page: Window & typeof globalThis): void {
  const { document } = page
  // Taken now: the page may put its own in their place later.
  const { CustomEvent } = page
  const dispatch = document.dispatchEvent.bind(document)
  const look = () => {
    // Who is there prevents what nobody would do.
    if (!dispatch(new CustomEvent(question, { cancelable: true }))) return
    for (const root of rootsOf(document)) for (const one of root.querySelectorAll(ours)) one.remove()
  }
  page.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
}

/** The extension's side. `isThere` tells whether the extension still is: Chromium leaves its scripts running. */
export function answerPresence(target: Document, isThere: () => boolean): void {
  target.addEventListener(question, event => {
    if (isThere()) event.preventDefault()
  })
}
