import { browser, openSidePanelFor } from '#lib/browser.ts'
import type { Envelope } from '#lib/channel.ts'
import type { Instant } from '#lib/domain/instant.ts'

/** What the worker needs of the browser, and nothing more: tests hand over one of their own. */
export interface BrowserPort {
  /** Tabs that may hold a page of Foodrazor, the one that was looked at last before the others. */
  pageTabs(): Promise<number[]>
  /** To a tab's page and all its frames, or to the page alone. Rejects where no content script of ours listens. */
  sendToTab(tabId: number, message: Envelope, to: { toAllFrames: boolean }): Promise<void>
  showBadge(badge: { text: string; colour: string; title: string }): Promise<void>
  /** One alarm: at this time, or (null) none. */
  setAlarm(at: Instant | null): void
  /** Must be called synchronously in the handler of the click's message. */
  openPanel(tabId: number): Promise<void>
  openOptions(): Promise<void>
  /** Brings a tab and its window to the front. */
  showTab(tabId: number): Promise<void>
  /**
   * Runs a script of the extension in a page, in the world of our content scripts, or in all frames of a tab; gives what
   * it gave in each.
   */
  runScript(page: { tabId: number; frameId: number | 'all' }, file: string): Promise<unknown[]>
  openTab(url: string): Promise<void>
  /** The extension's own address at which a sign-in ends. */
  redirectUrl(): string
  /** Opens the sign-in window; gives the address at which it ended. Rejects when it is closed before. */
  authorise(url: string): Promise<string>
}

const alarmName = 'wake'

/** The browser that runs us. */
export function systemBrowser(): BrowserPort {
  return {
    async pageTabs() {
      const url = browser.runtime.getManifest().host_permissions ?? []
      const tabs = url.length === 0 ? [] : await browser.tabs.query({ url })
      const latest = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
      return latest.flatMap(tab => tab.id ?? [])
    },
    async sendToTab(tabId, message, { toAllFrames }) {
      await browser.tabs.sendMessage(tabId, message, toAllFrames ? {} : { frameId: 0 })
    },
    async showBadge({ text, colour, title }) {
      await Promise.all([
        browser.action.setBadgeText({ text }),
        browser.action.setBadgeBackgroundColor({ color: colour }),
        browser.action.setTitle({ title }),
      ])
    },
    setAlarm(at) {
      if (at === null) void browser.alarms.clear(alarmName)
      else browser.alarms.create(alarmName, { when: Date.parse(at) })
    },
    openPanel: openSidePanelFor,
    openOptions: () => browser.runtime.openOptionsPage(),
    async showTab(tabId) {
      const { windowId } = await browser.tabs.update(tabId, { active: true })
      if (windowId !== undefined) await browser.windows.update(windowId, { focused: true })
    },
    async runScript({ tabId, frameId }, file) {
      const target = frameId === 'all' ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] }
      const ran = await browser.scripting.executeScript({ target, files: [file] })
      return ran.map(({ result }) => result)
    },
    openTab: async url => void (await browser.tabs.create({ url })),
    redirectUrl: () => browser.identity.getRedirectURL(),
    authorise: url => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  }
}
