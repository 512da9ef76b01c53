import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { buildFoodrazor } from '#sandbox/foodrazor/build.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'
import { freePort } from '#sandbox/launch/listen.ts'
import { type RunningSandbox, startSandbox } from '#sandbox/launch/sandbox.ts'
import { type RunningServer, startServer, urlsAt } from '#sandbox/launch/server-process.ts'
import { HostWitness } from '#sandbox/tour/host.ts'
import type { Screen } from '#sandbox/tour/screen.ts'
import { XeroWitness } from '#sandbox/tour/xero-witness.ts'
import type { PageWorld } from '../cases/page-world.ts'
import type { Bidi } from './bidi.ts'
import { Contexts, type RunningFirefox, startFirefox } from './firefox-browser.ts'
import { pageScreen, windowScreen } from './firefox-screen.ts'
import type { Place } from './in-the-window.ts'

/** Firefox with the extension, and the sandbox beside it. Its tab is blank before `begin`. */
export interface FirefoxWorld extends PageWorld {
  readonly stack: { readonly sandbox: RunningSandbox; readonly server: RunningServer }
  readonly firefox: RunningFirefox
  readonly xero: XeroWitness
  /** Goes to the Invoices page. */
  begin(): Promise<void>
  /** The errors that pages, the extension's too, have written to the console. */
  readonly errors: readonly string[]
  /** What Firefox shows beside the page, over it, or all that is in its window. */
  beside(place: Exclude<Place, 'tab'>): Screen
  /** Closes what is open beside the page. */
  close(place: 'popup' | 'sidebar'): Promise<unknown>
  /** The next page whose address matches to appear, in a tab or a window of its own. */
  appearing(address: RegExp, act: () => Promise<unknown>): Promise<Screen>
  /** Takes the extension out of Firefox. */
  remove(): Promise<unknown>
  /** No pictures are taken here. */
  shot(): Promise<void>
  /** A page of the extension in a tab of its own: `options.html`. */
  openOwn(page: string): Promise<Screen>
}

/** Starts it all on free ports before a file's tests, and stops it after. Gives a function, as `aRunningWorld` does. */
export function aFirefoxWorld(binary: string): () => FirefoxWorld {
  const undo: (() => Promise<unknown>)[] = []
  let world: FirefoxWorld | undefined
  const undone = async <Part>(start: Promise<Part>, stop: (part: Part) => Promise<unknown>) => {
    const part = await start
    undo.push(() => stop(part))
    return part
  }
  beforeAll(async () => {
    const [assets, extension] = await Promise.all([buildFoodrazor(), buildExtension('firefox')])
    const sandbox = await startSandbox({ port: 0, assets })
    undo.push(() => sandbox.close())
    const dataDir = await mkdtemp(join(tmpdir(), 'clearcloud-'))
    undo.push(() => rm(dataDir, { recursive: true, force: true }))
    const { xero, quickbooks } = sandbox.ledgers
    const ledgers = { xero: urlsAt(xero.base), quickbooks: urlsAt(quickbooks.base) }
    const starting = [
      undone(startServer({ port: await freePort(), dataDir, ledgers }), server => server.stop()),
      undone(startFirefox(binary, extension), firefox => firefox.close()),
    ] as const
    // What starts beside one that fails is stopped, too.
    await Promise.allSettled(starting)
    const [server, firefox] = await Promise.all(starting)
    world = await createFirefoxWorld(firefox, { sandbox, server })
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
  stack: FirefoxWorld['stack'],
): Promise<FirefoxWorld> {
  const { bidi, window, ownPages } = firefox
  const { origin, ledgers } = stack.sandbox
  const address = `${origin}/invoices`
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
    stack,
    host: new HostWitness(origin),
    xero: new XeroWitness(ledgers.xero.base),
    invoices: pageScreen(bidi, window, firefox.tab, address),
    begin: async () => void (await show(firefox.tab, address)),
    errors: await heardErrors(bidi),
    open,
    shot: () => Promise.resolve(),
    openOwn: page => open(`${ownPages}${page}`),
    close: place => bidi.call(window, closing[place]),
    remove: () => bidi.send('webExtension.uninstall', { extension: firefox.extension }),
    appearing: (wanted, act) => appearing(bidi, wanted, act),
    beside: place => windowScreen(bidi, window, place),
  }
}

const Entry = z.object({ level: z.string(), text: z.string().nullable() })

async function heardErrors(bidi: Bidi): Promise<string[]> {
  const errors: string[] = []
  bidi.onEvent((method, params) => {
    if (method !== 'log.entryAdded') return
    const { level, text } = Entry.parse(params)
    if (level === 'error') errors.push(text ?? '')
  })
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] })
  return errors
}

/** By the browser's own functions, to be called in its window. */
const closing = {
  popup: `() => document.querySelector('.webextension-popup-browser').closest('panel').hidePopup()`,
  sidebar: '() => SidebarController.hide()',
}

/** It may come up in a window of its own, which then is where it is looked at. */
async function appearing(bidi: Bidi, wanted: RegExp, act: () => Promise<unknown>): Promise<Screen> {
  const contexts = async (scope: 'content' | 'chrome') =>
    Contexts.parse(await bidi.send('browsingContext.getTree', { 'moz:scope': scope })).contexts
  const before = new Set((await contexts('content')).map(({ context }) => context))
  await act()
  const deadline = Date.now() + 90_000
  for (;;) {
    const page = (await contexts('content')).find(
      ({ context, url }) => !before.has(context) && wanted.test(url),
    )
    const window = (await contexts('chrome')).find(({ clientWindow }) => clientWindow === page?.clientWindow)
    if (page && window) {
      const screen = pageScreen(bidi, window.context, page.context, page.url)
      await screen.page.bringToFront()
      return screen
    }
    if (Date.now() > deadline) throw new Error(`No page appears whose address matches ${wanted}`)
    await sleep(50)
  }
}
