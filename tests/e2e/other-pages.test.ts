import type { Page } from 'puppeteer'
import { test } from 'vitest'
import { chromiumScreen } from '#sandbox/tour/chromium-screen.ts'
import { aRunningWorld } from './running.ts'

const world = aRunningWorld()

/** Foodrazor's own answers come as no JSON that we would listen to: what is known then is what the page shows. */
async function muted(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  session.on(
    'Fetch.requestPaused',
    ({ requestId, responseStatusCode: responseCode = 200, responseHeaders = [] }) => {
      const others = responseHeaders.filter(({ name }) => name.toLowerCase() !== 'content-type')
      const plain = [...others, { name: 'content-type', value: 'text/plain' }]
      void session.send('Fetch.continueResponse', { requestId, responseCode, responseHeaders: plain })
    },
  )
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*/api/*', requestStage: 'Response' }] })
}

test('a product’s group is read from the page of products, and an outlet’s accounts and mode from its integration', async () => {
  const { stack, invoices, openOwn } = world()
  // Lines are read while the page is looked at: they name the products that lack a group.
  await invoices.find('button', /^Assign \d+ products?$/, 60_000)
  const panel = await openOwn('sidepanel.html')
  await panel.click('checkbox', 'Only what blocks an invoice')
  const boxes = await panel.until(
    () => panel.all('checkbox', /^Select /),
    found => found.length > 0,
  )
  const lacking = new Set(boxes.map(({ name }) => name.replace(/^Select /, '')))

  const page = await stack.browser.newPage()
  await muted(page)
  const products = chromiumScreen(page)
  await page.goto(`${stack.sandbox.origin}/catalog/products`)
  await products.choose('Group filter', 'Without a product group')
  const ofProduct = /^Product group of (.*)/
  const selects = await products.until(
    () => products.all('combobox', ofProduct),
    found => found.length > 0 && found.every(({ value }) => value === 'Select a product group'),
  )
  const select = selects.find(({ name }) => lacking.has(ofProduct.exec(name)?.[1] ?? ''))
  if (!select) throw new Error(`None of ${[...lacking].join(', ')} is on the page`)
  await products.choose(select.name, 'Dry Goods')
  // It is no longer among those without one.
  await products.gone('combobox', select.name)
  await products.choose('Group filter', /^Dry Goods/)
  await products.find('combobox', select.name)
  await panel.page.bringToFront()
  await panel.gone('checkbox', `Select ${ofProduct.exec(select.name)?.[1]}`)

  await page.bringToFront()
  await products.click('link', 'Outlets')
  await products.click('link', 'Integrations')
  await products.choose('Order Export Mode', 'Automatic')
  const options = await openOwn('options.html')
  await options.until(
    () => options.all('combobox', /^Order export mode/),
    found => found.some(({ value }) => value === 'Automatic'),
  )
  await page.close()
})
