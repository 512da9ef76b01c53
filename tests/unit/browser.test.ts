import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const tabs = { get: vi.fn(), query: vi.fn(), create: vi.fn(), update: vi.fn() }
const sidebarAction = { open: vi.fn(), isOpen: vi.fn() }
const runtime = { getURL: (path: string) => `moz-extension://us/${path}` }
const polyfill: Record<string, unknown> = { tabs, sidebarAction, runtime }
vi.mock('webextension-polyfill', () => ({ default: polyfill }))

const { openSidePanel, openSidePanelFor } = await import('#lib/browser.ts')

beforeEach(() => {
  polyfill.sidebarAction = sidebarAction
  tabs.get.mockResolvedValue({ windowId: 3, index: 5 })
  tabs.query.mockResolvedValue([])
  sidebarAction.isOpen.mockResolvedValue(false)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

test("Chromium's side panel opens within the call, for our own pages and for the page's", () => {
  const open = vi.fn().mockResolvedValue(undefined)
  vi.stubGlobal('chrome', { sidePanel: { open } })
  void openSidePanel({ windowId: 3 })
  void openSidePanelFor(7)
  expect(open.mock.calls).toEqual([[{ windowId: 3 }], [{ tabId: 7 }]])
  expect(sidebarAction.open).not.toHaveBeenCalled()
})

test("Firefox's sidebar opens within the call for our own pages", () => {
  void openSidePanel({ windowId: 3 })
  expect(sidebarAction.open).toHaveBeenCalledOnce()
})

test('where a page asks in Firefox, the panel comes up in a tab beside it', async () => {
  await openSidePanelFor(7)
  expect(sidebarAction.open).not.toHaveBeenCalled()
  expect(tabs.create).toHaveBeenCalledWith({
    url: 'moz-extension://us/sidepanel.html',
    windowId: 3,
    index: 6,
    openerTabId: 7,
  })
})

test('an open sidebar follows by itself, and a tab that holds the panel already comes to the front', async () => {
  sidebarAction.isOpen.mockResolvedValueOnce(true)
  await openSidePanelFor(7)
  expect(sidebarAction.isOpen).toHaveBeenCalledWith({ windowId: 3 })
  tabs.query.mockResolvedValue([{ id: 9 }])
  await openSidePanelFor(7)
  expect(tabs.update.mock.calls).toEqual([[9, { active: true }]])
  expect(tabs.create).not.toHaveBeenCalled()
})

test('a browser with neither shows the panel in a tab, whoever asks', async () => {
  polyfill.sidebarAction = undefined
  await openSidePanel({ windowId: 3 })
  await openSidePanelFor(7)
  const url = 'moz-extension://us/sidepanel.html'
  expect(tabs.create.mock.calls).toEqual([
    [{ url, windowId: 3 }],
    [{ url, windowId: 3, index: 6, openerTabId: 7 }],
  ])
})
