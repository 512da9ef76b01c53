import { PanelTarget } from '#lib/messages.ts'
import { writeSetting } from '#lib/store/settings.ts'
import type { App, Handler, Sender } from './app.ts'

/** Stores what the panel opens on; the panel, open or opening, follows by live query. */
export const openPanel: Handler<'open-panel'> = async (app, target) => {
  await writeSetting(app.store, 'panel', target)
  return { ok: true, said: null }
}

/**
 * Opens the panel in the tab that asked. Called synchronously with the message: later, the browser no
 * longer sees the click. A page of the extension opens the panel itself and only stores the target.
 */
export function openPanelAtOnce(app: Pick<App, 'browser'>, data: unknown, { tabId }: Sender): Promise<void> {
  if (tabId === null || !PanelTarget.safeParse(data).success) return Promise.resolve()
  return app.browser.openPanel(tabId)
}
