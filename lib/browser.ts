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
 * Opens the side panel (Firefox: the sidebar; a browser that has neither: a tab). Must be called first and
 * synchronously in the handler of a click on one of our own pages: after one microtask the browser no longer sees
 * the gesture.
 * @throws (rejects) where the browser sees no gesture.
 */
export function openSidePanel(where: { windowId: number }): Promise<void> {
  return sidePanel()?.open(where) ?? sidebar()?.open() ?? openInTab(where)
}

/**
 * Opens the side panel for a click in the page of a tab, and must be called synchronously in the handler of the
 * message that the click sent. Firefox lets no message open its sidebar: where that is not open already, the panel
 * comes up in a tab beside the page's.
 */
export function openSidePanelFor(tabId: number): Promise<void> {
  return sidePanel()?.open({ tabId }) ?? openBeside(tabId)
}

function sidePanel(): SidePanel | undefined {
  const chromium: unknown = Reflect.get(globalThis, 'chrome')
  const panel = typeof chromium === 'object' && chromium !== null && Reflect.get(chromium, 'sidePanel')
  return panel ? (panel as SidePanel) : undefined
}

/** Opera knows neither this nor the side panel, whatever the types say. */
function sidebar(): typeof browser.sidebarAction | undefined {
  return browser.sidebarAction
}

async function openBeside(tabId: number): Promise<void> {
  const { windowId, index } = await browser.tabs.get(tabId)
  const where = windowId === undefined ? {} : { windowId }
  if (await sidebar()?.isOpen(where)) return
  await openInTab({ ...where, index: index + 1, openerTabId: tabId })
}

async function openInTab(where: { windowId?: number; index?: number; openerTabId?: number }): Promise<void> {
  const url = browser.runtime.getURL('sidepanel.html')
  const [open] = await browser.tabs.query({ url })
  if (open?.id === undefined) await browser.tabs.create({ url, ...where })
  else await browser.tabs.update(open.id, { active: true })
}
