import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer'
import { launchBrowser, startBrowser } from '#sandbox/launch/browser.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'
import type { Bench, Measure } from './measure.ts'
import type { Figures } from './page/figures.ts'
import { type HostPage, serveHostPages } from './page/host-page.ts'
import { buildPlainApproach } from './page/plain-approach/build.ts'
import { visit } from './page/visit.ts'

const pages: readonly HostPage[] = [
  { count: 500, virtual: false, renders: 100, navigations: 50 },
  { count: 500, virtual: true, renders: 100, navigations: 50 },
  { count: 10_000, virtual: false, renders: 4, navigations: 2 },
  { count: 10_000, virtual: true, renders: 100, navigations: 50 },
]

export const page: Bench = {
  name: 'page',
  says: 'what the page pays for us, beside the same page without us and under a component for each row',
  async run() {
    await using open = new AsyncDisposableStack()
    const closing = <T extends { close(): Promise<void> }>(opened: T): T => {
      open.defer(() => opened.close())
      return opened
    }
    const host = closing(await serveHostPages())
    const folder = await buildPlainApproach()
    open.defer(() => rm(folder, { recursive: true }))
    const without = closing(await launchBrowser(null, true))
    const plain = closing(await launchBrowser(folder, true))
    const { browser, extensionId } = await startBrowser(await buildExtension(), true)
    closing(browser)
    const measures: Measure[] = []
    for (const hosted of pages) {
      const at = (whose: string, where: Browser, marks: string | null, id: string | null) => {
        // A visit may take minutes: whoever waits is told what for.
        console.error(`  … ${hosted.count} rows${hosted.virtual ? ', virtualised' : ''}, ${whose}`)
        return visit(where, host.urlOf(hosted), hosted, tab => settled(tab, marks), id)
      }
      const off = await at('without us', without, null, null)
      const on = await at('with us', browser, '[data-clearcloud="mark"]', extensionId)
      const other = await at('under the plain approach', plain, '.plain-mark', await idOf(plain))
      measures.push(...compared(hosted, off, on, other))
    }
    return measures
  },
}

/** The promises of docs/performance.md. Of heaps and frames those are subtracted that the page has without us. */
function compared(
  { count, virtual, renders, navigations }: HostPage,
  off: Figures,
  on: Figures,
  plain: Figures,
): Measure[] {
  const name = `${count} rows${virtual ? ', virtualised' : ''}: `
  const more = (figure: keyof Figures) => ({
    value: on[figure] - off[figure],
    beside: plain[figure] - off[figure],
  })
  const heap = (figure: 'heap' | 'afterRenders' | 'afterNavigations') => {
    const { value, beside } = more(figure)
    return figure === 'heap'
      ? { value: (value * 500) / count, beside: (beside * 500) / count }
      : { value, beside }
  }
  return [
    { what: `${name}script at load, for 500 rows`, ...more('script'), limit: 10, unit: 'ms' },
    { what: `${name}tasks over 50 ms`, ...more('longTasks'), limit: 0, unit: 'tasks' },
    { what: `${name}long frames while scrolling`, ...more('longFrames'), limit: 1, unit: 'frames' },
    { what: `${name}from a click to its effect`, ...more('interaction'), limit: 5, unit: 'ms' },
    { what: `${name}heap, for 500 rows`, ...heap('heap'), limit: 200, unit: 'kB' },
    { what: `${name}heap after ${renders} more renderings`, ...heap('afterRenders'), limit: 100, unit: 'kB' },
    {
      what: `${name}heap after ${navigations} more navigations`,
      ...heap('afterNavigations'),
      limit: 100,
      unit: 'kB',
    },
    { what: `${name}layout shift`, ...more('shift'), limit: 0, unit: '' },
    { what: `${name}tasks while nothing happens`, ...more('idleTasks'), limit: 0, unit: 'tasks' },
  ]
}

/** Waits until as many marks stand as there will be: their number has not changed for a second. */
async function settled(tab: Page, marks: string | null): Promise<void> {
  if (marks === null) return void (await wait(1000))
  for (let before = -1, same = 0; same < 10; ) {
    await wait(100)
    const now = await tab.evaluate(selector => document.querySelectorAll(selector).length, marks)
    same = now > 0 && now === before ? same + 1 : 0
    before = now
  }
}

async function idOf(browser: Browser): Promise<string> {
  const [id] = (await browser.extensions()).keys()
  if (id === undefined) throw new Error('The extension did not load')
  return id
}
