/**
 * Records a page for the contract of tests/e2e/page-contract.test.ts:
 *
 *     npm run record-page -- URL NAME [--of "where it is from"]
 *
 * Opens it in a window (a person signs in there, and says when the list stands), masks the cells of its rows, and
 * writes `tests/e2e/recorded-pages/NAME.html` with what is read of it in `NAME.json`. Without a display it is recorded as
 * soon as it shows a list.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { launchBrowser } from '#sandbox/launch/browser.ts'
import { type PageContract, readContract } from '#tests/e2e/pages/page-contract.ts'
import { recordedHtml } from '#tests/e2e/pages/recorded-html.ts'
import { readerScript } from '#tests/e2e/pages/serve-pages.ts'

const folder = join(import.meta.dirname, '../recorded-pages')

async function main(url: string, name: string, of: string): Promise<void> {
  if (!URL.canParse(url) || !/^[\w-]+$/.test(name)) {
    throw new Error('Usage: npm run record-page -- URL NAME [--of "where it is from"]')
  }
  const isHeadless = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const browser = await launchBrowser(null, isHeadless)
  try {
    const reader = await readerScript()
    const page = await browser.newPage()
    await page.goto(url)
    if (isHeadless) {
      await page.evaluate(reader)
      await page.waitForFunction('readInvoices().rows.length > 0', { timeout: 30_000 })
    } else {
      const terminal = createInterface({ input: process.stdin, output: process.stdout })
      await terminal.question('Press Enter here when the list of invoices stands in the window. ')
      terminal.close()
    }
    const file = join(folder, `${name}.html`)
    await writeFile(file, await page.evaluate(recordedHtml))
    // Read from the file: that is what the contract reads.
    await page.goto(pathToFileURL(file).href)
    const contract: PageContract = { of, ...(await readContract(page, reader)) }
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(contract, null, 2)}\n`)
    console.log(`${file}: ${contract.rows} rows, clouds ${JSON.stringify(contract.clouds)}`)
  } finally {
    await browser.close()
  }
}

try {
  const { values, positionals } = parseArgs({
    options: { of: { type: 'string', default: '' } },
    allowPositionals: true,
  })
  const [url = '', name = ''] = positionals
  await main(url, name, values.of || url)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
