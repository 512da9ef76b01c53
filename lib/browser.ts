import browser from 'webextension-polyfill'

/**
 * The extension's own APIs as promises, alike in Chromium and Firefox. For the background worker and the
 * extension's pages; a content script stays on `wxt/browser`, where the polyfill's weight would count.
 */
export { browser }

/** Chromium's side panel, which the polyfill does not know. */
interface SidePanel {
  open(where: { tabId: number } | { windowId: number }): Promise<void>
}

/**
 * Opens the side panel (Firefox: the sidebar). Must be called first and synchronously in the handler of a
 * click or of the message that a click sent: after one microtask the browser no longer sees the gesture.
 * @throws (rejects) where the browser sees no gesture or has no such panel.
 */
export function openSidePanel(where: { tabId: number } | { windowId: number }): Promise<void> {
  const chromium: unknown = Reflect.get(globalThis, 'chrome')
  const panel = typeof chromium === 'object' && chromium !== null && Reflect.get(chromium, 'sidePanel')
  return panel ? (panel as SidePanel).open(where) : browser.sidebarAction.open()
}
