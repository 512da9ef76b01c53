import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#sandbox/launch/browser.ts'
import { PageContract, readContract } from './pages/page-contract.ts'
import { readerScript } from './pages/serve-pages.ts'

/** Pages as they once stood: what is read of each is written beside it, and stays so. */
const folder = join(import.meta.dirname, 'recorded-pages')
const names = readdirSync(folder)
  .filter(file => file.endsWith('.html'))
  .map(file => parse(file).name)

let browser: Browser | undefined
let reader = ''
beforeAll(async () => {
  ;[browser, reader] = await Promise.all([launchBrowser(null, true), readerScript()])
})
afterAll(() => browser?.close())

test('there are recorded pages', () => {
  expect(names.length).toBeGreaterThan(0)
})

test.each(names)('of %s is read what was read when it was recorded', async name => {
  if (!browser) throw new Error('There is no browser')
  const { of: _, ...expected } = PageContract.parse(
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')),
  )
  const page = await browser.newPage()
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
  expect(await readContract(page, reader)).toEqual(expected)
  await page.close()
})
