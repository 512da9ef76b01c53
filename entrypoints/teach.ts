import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { ask } from '#lib/channel.ts'
import { systemClock } from '#lib/domain/instant.ts'
import { createLayer } from '#lib/overlay/layer.ts'
import { startLesson } from '#lib/teaching/lesson.ts'

/** Where the lesson under way can be ended, in the world that our scripts of one page share. */
const place = '__clearcloud-lesson'

/** Run in a page by the worker, when a person begins a lesson in the options; a lesson under way begins anew. */
export default defineUnlistedScript({
  async main() {
    const before: unknown = Reflect.get(globalThis, place)
    if (before instanceof AbortController) before.abort()
    const setup = await ask(browser.runtime, 'page-profile', { origin: location.origin })
    if (!('profile' in setup) || !setup.profile) return
    const ended = new AbortController()
    Reflect.set(globalThis, place, ended)
    const layer = createLayer()
    ended.signal.addEventListener('abort', () => layer.stop())
    startLesson({
      layer,
      profile: setup.profile,
      signal: ended.signal,
      now: systemClock,
      keep: taught => ask(browser.runtime, 'keep-taught', { taught }),
      end: () => ended.abort(),
    })
  },
})
