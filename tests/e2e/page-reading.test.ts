import { readdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Browser, Frame, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startBrowser } from '#sandbox/launch/browser.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'
import { invoices } from '#tests/pages/invoices.ts'
import { readerScript, servePages } from './pages/serve-pages.ts'

/** Every page that is made with a grid library, or by hand, is read by what it says; none is known beforehand. */
const names = readdirSync(join(import.meta.dirname, '../pages/show')).map(file => parse(file).name)

const Read = z.object({
  found: z.boolean(),
  rows: z.array(
    z.object({
      number: z.string(),
      supplier: z.string(),
      type: z.string(),
      date: z.string(),
      total: z.string(),
      cloud: z.string(),
      isRowOf: z.boolean(),
      isInSight: z.boolean(),
      marks: z.number(),
    }),
  ),
})
type Read = z.infer<typeof Read>

const byNumber = new Map(invoices(60).map(invoice => [invoice.number, invoice]))

let pages: Awaited<ReturnType<typeof servePages>> | undefined
let browser: Browser | undefined
let reader = ''
beforeAll(async () => {
  ;[pages, reader] = await Promise.all([servePages(), readerScript()])
  browser = (await startBrowser(await buildExtension(), true)).browser
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

test.each(names)('%s is read, and marked, whatever a person does to it', async name => {
  const { page, frame } = await opened(name)
  await frame.evaluate(reader)
  await settled(frame, ({ rows }) => rows.length > 5)
  if (name !== 'iframe') {
    await press(page, 'Turn the order')
    await settled(frame, ({ rows }) => rows[0]?.number === 'INV-1059')
    await press(page, 'Move the status first')
    await settled(frame, ({ rows }) => rows[0]?.number === 'INV-1059')
    await press(page, 'Hide the type')
    await settled(frame, ({ rows }) => rows[0]?.type === '')
    await press(page, 'Filter by the first supplier')
    await settled(frame, ({ rows }) => rows.every(({ supplier }) => supplier === 'Green Valley Produce'))
  }
  await page.close()
})

test('rows far from sight are marked once they come into it', async () => {
  const { page, frame } = await opened('plain-table')
  await page.setViewport({ width: 1360, height: 500 })
  await frame.evaluate(reader)
  await settled(frame, ({ rows }) => rows.at(-1)?.marks === 0)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await settled(frame, ({ rows }) => rows.at(-1)?.isInSight === true)
  await page.close()
})

async function opened(name: string): Promise<{ page: Page; frame: Frame }> {
  if (!browser || !pages) throw new Error('The pages are not served')
  const page = await browser.newPage()
  // So high that a list which is not virtualised is in sight as a whole.
  await page.setViewport({ width: 1360, height: 4000 })
  await page.goto(pages.url(name))
  if (name !== 'iframe') return { page, frame: page.mainFrame() }
  await page.waitForSelector('iframe')
  const frame = await page.waitForFrame(
    async each => each !== page.mainFrame() && each.url() !== 'about:blank',
  )
  return { page, frame }
}

async function press(page: Page, words: string): Promise<void> {
  await page.locator(`button ::-p-text(${words})`).click()
}

/**
 * Waits until the page shows what it should, every row of it is read as it was written, and each cloud in sight bears
 * one mark of ours, in its own cell.
 */
async function settled(frame: Frame, isShown: (read: Read) => boolean): Promise<void> {
  await expect
    .poll(
      async () => {
        const read = Read.parse(await frame.evaluate('readInvoices()'))
        return { ...complaints(read), shown: isShown(read) }
      },
      { timeout: 30_000, interval: 100 },
    )
    .toEqual({ found: true, wrong: [], shown: true })
}

function complaints({ found, rows }: Read) {
  const wrong = rows.filter(({ isRowOf, isInSight, marks, ...read }) => {
    const invoice = byNumber.get(read.number)
    const written = invoice && { ...invoice, type: read.type === '' ? '' : invoice.type }
    const isMarked = marks === (read.cloud === 'none' ? 0 : 1) || (!isInSight && marks === 0)
    return !isRowOf || !isMarked || !isDeepStrictEqual(read, written)
  })
  return { found, wrong: wrong.slice(0, 2) }
}
