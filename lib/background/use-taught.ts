import type { Taught } from '#lib/page/taught.ts'
import { writeSetting } from '#lib/store/settings.ts'
import type { App } from './app.ts'

/** Keeps what was taught, or (null) nothing; open pages are read anew by it. */
export async function useTaught(app: App, taught: Taught | null): Promise<void> {
  await writeSetting(app.store, 'taught', taught)
  await writeSetting(app.store, 'teaching', null)
  app.renewProfile()
  for (const tab of await app.browser.pageTabs()) await app.notifier.tell(tab, 'profile-changed', {})
}
