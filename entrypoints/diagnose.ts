import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { ask } from '#lib/channel.ts'
import { diagnosePage } from '#lib/page/diagnose-page.ts'
import type { PageDiagnosis } from '#lib/page/page-diagnosis.ts'

/** Run in a page by the worker; gives what it finds there, or null where no profile is for the page. */
export default defineUnlistedScript({
  async main(): Promise<PageDiagnosis | null> {
    const setup = await ask(browser.runtime, 'page-profile', { origin: location.origin })
    return 'profile' in setup && setup.profile ? diagnosePage(document, setup.profile) : null
  },
})
