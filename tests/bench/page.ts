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

const often = { loads: 9, renders: 100, navigations: 50 }
/** What any page with a list pays that fills the window: what each further row adds comes on top. */
const short: HostPage = { count: 40, virtual: false, fed: true, ...often }
const pages: readonly HostPage[] = [
  { count: 500, virtual: false, fed: true, ...often },
  { count: 500, virtual: true, fed: true, ...often },
  { count: 10_000, virtual: false, fed: true, loads: 3, renders: 4, navigations: 2 },
  { count: 10_000, virtual: true, fed: true, ...often },
  { count: 500, virtual: false, fed: false, ...often },
]

/** The same visit without us, with us, and under the plain approach. */
interface Visits {
  off: Figures
  on: Figures
  plain: Figures
}

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
    const visited = async (hosted: HostPage): Promise<Visits> => {
      const at = (whose: string, where: Browser, marks: string | null, id: string | null) => {
        // A visit may take minutes: whoever waits is told what for.
        console.error(`  … ${nameOf(hosted)}, ${whose}`)
        return visit(where, host.urlOf(hosted), hosted, tab => settled(tab, marks), id)
      }
      return {
        off: await at('without us', without, null, null),
        on: await at('with us', browser, '[data-clearcloud="mark"]', extensionId),
        plain: await at('under the plain approach', plain, '.plain-mark', await idOf(plain)),
      }
    }
    const start = await visited(short)
    const measures = beginning(start)
    for (const hosted of pages) measures.push(...compared(hosted, await visited(hosted), start))
    return measures
  },
}

function nameOf({ count, virtual, fed }: HostPage): string {
  return `${count} rows${virtual ? ', virtualised' : ''}${fed ? '' : ', told by themselves alone'}`
}

/** What is paid once a visit. */
function beginning({ off, on, plain }: Visits): Measure[] {
  const name = `once a visit (${short.count} rows): `
  const more = (figure: 'script' | 'heap') => ({
    value: on[figure] - off[figure],
    beside: plain[figure] - off[figure],
  })
  return [
    { what: `${name}script at load`, ...more('script'), limit: 50, unit: 'ms' },
    { what: `${name}heap`, ...more('heap'), limit: 1500, unit: 'kB' },
  ]
}

/** The promises of docs/performance.md: what a page has with us and has not without. */
function compared(hosted: HostPage, { off, on, plain }: Visits, start: Visits): Measure[] {
  const { count, renders, navigations } = hosted
  const name = `${nameOf(hosted)}: `
  const more = (figure: keyof Figures) => ({
    value: on[figure] - off[figure],
    beside: plain[figure] - off[figure],
  })
  /** What comes on top of the short list, for 500 of its rows. */
  const added = (figure: 'script' | 'heap') => {
    const part = 500 / (count - short.count)
    const once = {
      value: start.on[figure] - start.off[figure],
      beside: start.plain[figure] - start.off[figure],
    }
    const { value, beside } = more(figure)
    return { value: (value - once.value) * part, beside: (beside - once.beside) * part }
  }
  return [
    { what: `${name}script at load, for 500 rows`, ...added('script'), limit: 10, unit: 'ms' },
    { what: `${name}tasks over 50 ms`, ...more('longTasks'), limit: 0, unit: 'tasks' },
    { what: `${name}long frames while scrolling`, ...more('longFrames'), limit: 1, unit: 'frames' },
    { what: `${name}from a click to its effect`, ...more('interaction'), limit: 5, unit: 'ms' },
    { what: `${name}heap, for 500 rows`, ...added('heap'), limit: 200, unit: 'kB' },
    { what: `${name}heap after ${renders} more renderings`, ...more('afterRenders'), limit: 100, unit: 'kB' },
    {
      what: `${name}heap after ${navigations} more navigations`,
      ...more('afterNavigations'),
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
