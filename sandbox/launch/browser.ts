import puppeteer, { type Browser } from 'puppeteer'

/** A browser with the extension in a fresh profile. */
export interface RunningBrowser {
  browser: Browser
  extensionId: string
}

/** A browser with a fresh profile and at most one extension, of this folder. @throws if none starts */
export function launchBrowser(extension: string | null, headless: boolean): Promise<Browser> {
  return puppeteer.launch({
    pipe: true,
    headless,
    enableExtensions: extension === null ? false : [extension],
    defaultViewport: headless ? { width: 1360, height: 860 } : null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1360,960',
      ...(headless ? ['--force-color-profile=srgb', '--hide-scrollbars'] : []),
    ],
  })
}

/** @throws if no browser starts, or the extension's worker does not appear in it */
export async function startBrowser(extension: string, headless: boolean): Promise<RunningBrowser> {
  const browser = await launchBrowser(extension, headless)
  try {
    const patience = { timeout: 90_000 }
    const worker = await browser.waitForTarget(target => target.type() === 'service_worker', patience)
    // It opens at install, in front of everything; a tab behind it draws no frames. A person may read it later.
    const welcome = await browser.waitForTarget(target => target.url().endsWith('/welcome.html'), patience)
    if (headless) await (await welcome.page())?.close()
    return { browser, extensionId: new URL(worker.url()).host }
  } catch (error) {
    await browser.close()
    throw new Error('The browser started, but the extension did not.', { cause: error })
  }
}
