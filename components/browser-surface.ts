import { browser, openSidePanel } from '#lib/browser.ts'
import { ask } from '#lib/channel.ts'
import { pageAccess } from '#lib/page-access.ts'
import { openStore } from '#lib/store/open.ts'
import type { Surface } from './SurfaceContext.tsx'

/** The surface of an extension page in the browser that runs us. */
export async function browserSurface(): Promise<Surface> {
  // Known beforehand: when the panel is opened by a click, there is no time to ask for it.
  const { id: windowId } = await browser.windows.getCurrent()
  return {
    store: openStore(),
    ask: (name, data) => ask(browser.runtime, name, data),
    access: pageAccess,
    openTab: async url => void (await browser.tabs.create({ url })),
    openOptions: () => browser.runtime.openOptionsPage(),
    async openPanel(target) {
      const opening = windowId === undefined ? Promise.resolve() : openSidePanel({ windowId })
      await Promise.all([opening, ask(browser.runtime, 'open-panel', target)])
    },
    copy: text => navigator.clipboard.writeText(text),
    save: saveFile,
  }
}

function saveFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
