import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer'

const patienceMs = 30_000

/**
 * Opens an address with the extension at work in it: anew as long as its scripts do not come, as happens to a page
 * that opens while Chromium is still taking the extension in. @throws when they never come
 */
export async function openWithExtension(page: Page, address: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  await page.goto(address)
  while (await isAlone(page)) {
    if (Date.now() > deadline) throw new Error(`The extension never comes into ${address}.`)
    await sleep(250)
    await page.reload()
  }
}

/** The content script is there from the document's first moment, and prevents this question of its own (lib/page/presence.ts). */
function isAlone(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('clearcloud-present', { cancelable: true })),
  )
}
