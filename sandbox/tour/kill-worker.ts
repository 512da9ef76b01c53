import type { Page, Target } from 'puppeteer'

const patience = 10_000

/**
 * Ends the extension's worker as the browser does when memory is short; only an event starts it again.
 * Resolves once it is gone. @throws if there was none, or it lives on
 */
export async function killWorker(page: Page): Promise<void> {
  const worker = page
    .browser()
    .targets()
    .find(target => target.type() === 'service_worker')
  if (!worker) throw new Error('There is no worker to end')
  const ended = endOf(worker)
  const session = await page.createCDPSession()
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await ended
  await session.detach()
}

function endOf(worker: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const browser = worker.browser()
    const destroyed = (target: Target) => {
      if (target === worker) settle(resolve)
    }
    const late = setTimeout(() => settle(() => reject(new Error('The worker lives on'))), patience)
    const settle = (how: () => void) => {
      clearTimeout(late)
      browser.off('targetdestroyed', destroyed)
      how()
    }
    browser.on('targetdestroyed', destroyed)
  })
}
