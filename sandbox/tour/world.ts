import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Target } from 'puppeteer'
import { openWithExtension } from '#sandbox/launch/open-with-extension.ts'
import type { Stack } from '#sandbox/launch/stack.ts'
import { type ChromiumScreen, chromiumScreen } from './chromium-screen.ts'
import { HostWitness } from './host.ts'
import { LedgerWitness } from './ledger.ts'
import { QuickbooksWitness } from './quickbooks-witness.ts'
import { XeroWitness } from './xero-witness.ts'

/** What the steps of the tour share: the open screens, and witnesses that no screen can deceive. */
export interface World {
  readonly stack: Stack
  /** The Invoices page, open all the while. */
  readonly invoices: ChromiumScreen
  readonly ledger: LedgerWitness
  readonly host: HostWitness
  /** A page in a tab of its own. */
  open(url: string): Promise<ChromiumScreen>
  /** A page of the extension in a tab of its own: `options.html`. */
  openOwn(page: string): Promise<ChromiumScreen>
  /** The real popup, as the toolbar's button opens it over the Invoices page. */
  popup(): Promise<ChromiumScreen>
  /** The next page whose address matches to appear: a side panel, a consent window. */
  appearing(address: RegExp, act: () => Promise<unknown>): Promise<ChromiumScreen>
  /** A screenshot under the tour's next number. */
  shot(label: string, screen?: ChromiumScreen): Promise<void>
}

/** Opens the Invoices page in a fresh browser. `screenshots`: the folder to keep them in, none if not given. */
export async function createWorld(stack: Stack, screenshots?: string): Promise<World> {
  const { browser, extensionId, sandbox } = stack
  if (screenshots) await mkdir(screenshots, { recursive: true })
  const blank = (await browser.pages()).find(page => page.url() === 'about:blank')
  const invoices = chromiumScreen(blank ?? (await browser.newPage()))
  await invoices.page.bringToFront()
  await openWithExtension(invoices.page, `${sandbox.origin}/invoices`)
  let shots = 0

  const open = async (url: string) => {
    const page = await browser.newPage()
    await page.goto(url)
    return chromiumScreen(page)
  }
  const appearing = async (address: RegExp, act: () => Promise<unknown>) => {
    const before = new Set(browser.targets())
    const isNew = (target: Target) => address.test(target.url()) && !before.has(target)
    const [target] = await Promise.all([browser.waitForTarget(isNew, { timeout: 90_000 }), act()])
    return chromiumScreen(await target.asPage())
  }
  return {
    stack,
    invoices,
    ledger: new LedgerWitness(
      new XeroWitness(sandbox.ledgers.xero.base),
      new QuickbooksWitness(sandbox.ledgers.quickbooks.base),
    ),
    host: new HostWitness(sandbox.origin),
    open,
    openOwn: page => open(`chrome-extension://${extensionId}/${page}`),
    appearing,
    popup: async () => {
      const extension = (await browser.extensions()).get(extensionId)
      if (!extension) throw new Error('The browser does not know the extension')
      await invoices.page.bringToFront()
      return appearing(/\/popup\.html/, () => invoices.page.triggerExtensionAction(extension))
    },
    shot: async (label, screen = invoices) => {
      shots += 1
      if (!screenshots) return
      // A tab that is not in front draws nothing, and a picture of it would be waited for in vain.
      if (screen === invoices) await invoices.page.bringToFront()
      const path = join(screenshots, `${String(shots).padStart(2, '0')}-${label}.png`) as `${string}.png`
      await screen.page.screenshot({ path, captureBeyondViewport: false })
    },
  }
}
