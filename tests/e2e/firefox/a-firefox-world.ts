import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { buildFoodrazor } from '#sandbox/foodrazor/build.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'
import { startSandbox } from '#sandbox/launch/sandbox.ts'
import { HostWitness } from '#sandbox/tour/host.ts'
import type { Screen } from '#sandbox/tour/screen.ts'
import type { PageWorld } from '../cases/page-world.ts'
import { type RunningFirefox, startFirefox } from './firefox-browser.ts'
import { pageScreen, windowScreen } from './firefox-screen.ts'
import type { Place } from './in-the-window.ts'

/** Firefox with the extension on the look-alike's Invoices page. */
export interface FirefoxWorld extends PageWorld {
  readonly firefox: RunningFirefox
  /** What Firefox shows beside the page, over it, or all that is in its window. */
  beside(place: Exclude<Place, 'tab'>): Screen
  /** A page of the extension in a tab of its own: `options.html`. */
  openOwn(page: string): Promise<Screen>
}

/** Starts it all on free ports before a file's tests, and stops it after. Gives a function, as `aRunningWorld` does. */
export function aFirefoxWorld(binary: string): () => FirefoxWorld {
  const undo: (() => Promise<unknown>)[] = []
  let world: FirefoxWorld | undefined
  beforeAll(async () => {
    const assets = await buildFoodrazor()
    const extension = await buildExtension('firefox')
    const sandbox = await startSandbox({ port: 0, assets })
    undo.push(() => sandbox.close())
    const firefox = await startFirefox(binary, extension)
    undo.push(() => firefox.close())
    world = await createFirefoxWorld(firefox, sandbox)
  })
  afterAll(async () => {
    for (const step of undo.splice(0).reverse()) await step()
  })
  return () => {
    if (!world) throw new Error('The world has not been started')
    return world
  }
}

async function createFirefoxWorld(
  firefox: RunningFirefox,
  sandbox: PageWorld['stack']['sandbox'],
): Promise<FirefoxWorld> {
  const { bidi, window, ownPages } = firefox
  const show = async (tab: string, url: string) => {
    await bidi.send('browsingContext.navigate', { context: tab, url, wait: 'complete' })
    const screen = pageScreen(bidi, window, tab, url)
    await screen.page.bringToFront()
    return screen
  }
  const open = async (url: string) => {
    const { context } = z
      .object({ context: z.string() })
      .parse(await bidi.send('browsingContext.create', { type: 'tab' }))
    return show(context, url)
  }
  return {
    firefox,
    stack: { sandbox },
    host: new HostWitness(sandbox.origin),
    invoices: await show(firefox.tab, `${sandbox.origin}/invoices`),
    open,
    openOwn: page => open(`${ownPages}${page}`),
    beside: place => windowScreen(bidi, window, place),
  }
}
