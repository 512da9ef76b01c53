import type { Page } from 'puppeteer'

/**
 * Opens an address with the extension at work in it: anew where its scripts did not come, as happens to a page that
 * opens while Chromium is still taking the extension in.
 */
export async function openWithExtension(page: Page, address: string): Promise<void> {
  await page.goto(address)
  // The content script is there from the document's first moment, and prevents this question of its own (lib/page/presence.ts).
  const isAlone = await page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('clearcloud-present', { cancelable: true })),
  )
  if (isAlone) await page.reload()
}
