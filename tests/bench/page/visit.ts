import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'puppeteer'
import { extensionTasks, scriptTime } from '../trace.ts'
import type { Figures } from './figures.ts'
import type { HostPage } from './host-page.ts'
import { clicks, presses, scrolled, shifts } from './on-the-page.ts'

const quietMs = 3_000
/** What a page of ten thousand told is taken in by then. */
const mostTries = 5

/**
 * Visits a page and does there what people do. `settled`: waits until what an extension draws at first stands
 * there; `extensionId`: null where there is none.
 */
export async function visit(
  browser: Browser,
  url: string,
  { loads, renders, navigations }: HostPage,
  settled: (page: Page) => Promise<void>,
  extensionId: string | null,
): Promise<Figures> {
  const page = await browser.newPage()
  // A tab that is not in front draws no frames.
  await page.bringToFront()
  await page.evaluateOnNewDocument(shifts)
  const session = await page.createCDPSession()
  const load = async () => {
    await page.goto(url)
    await settled(page)
  }
  const tasks = extensionId === null ? [] : await extensionTasks(page, extensionId, load)
  const scripts: number[] = []
  for (let time = 0; time < loads; time += 1) scripts.push(await scriptTime(page, load))
  const heap = await liveHeap(session)
  const idleTasks = extensionId === null ? [] : await tasksAtRest(page, extensionId)
  const shift = await page.evaluate(() => (globalThis as { shifted?: number }).shifted ?? 0)
  const longFrames = await page.evaluate(scrolled)
  const interaction = await page.evaluate(clicks, Math.max(5, Math.min(40, renders)))
  const afterRenders = await grown(page, session, ['sort'], renders, settled)
  const afterNavigations = await grown(page, session, ['products', 'invoices'], navigations, settled)
  await page.close()
  return {
    script: middleOf(scripts),
    longTasks: tasks.filter(({ cpu }) => cpu > 50).length,
    longFrames,
    interaction,
    heap,
    afterRenders,
    afterNavigations,
    shift,
    idleTasks: idleTasks.length,
  }
}

/** The tasks of a while in which nothing happens, once all that was begun has come to its end. */
async function tasksAtRest(page: Page, extensionId: string) {
  for (let tries = 1; ; tries += 1) {
    const tasks = await extensionTasks(page, extensionId, () => wait(quietMs))
    if (tasks.length === 0 || tries === mostTries) return tasks
  }
}

function middleOf(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN
}

/** What is still alive after so many presses that was not before, kB. */
async function grown(
  page: Page,
  session: CDPSession,
  buttons: readonly string[],
  times: number,
  settled: (page: Page) => Promise<void>,
): Promise<number> {
  // Twice as many have been before: what is kept once for all is no growth.
  await page.evaluate(presses, buttons, 2 * times)
  await settled(page)
  const before = await liveHeap(session)
  await page.evaluate(presses, buttons, times)
  await settled(page)
  return (await liveHeap(session)) - before
}

/**
 * kB of the page's isolate, the extension's world included: the least of a few looks, because what is under way at the
 * moment (a frame, a message) holds some of it for a while.
 */
async function liveHeap(session: CDPSession): Promise<number> {
  const looks: number[] = []
  for (let times = 0; times < 5; times += 1) {
    await wait(200)
    await session.send('HeapProfiler.collectGarbage')
    looks.push((await session.send('Runtime.getHeapUsage')).usedSize / 1000)
  }
  return Math.min(...looks)
}
