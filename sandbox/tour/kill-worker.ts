import type { Page } from 'puppeteer'

/** Ends the extension's worker as the browser does when memory is short; only an event starts it again. */
export async function killWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}
