import { test } from 'vitest'
import { chromiumScreen } from '#sandbox/tour/chromium-screen.ts'
import { overlayCases } from './cases/overlay-cases.ts'
import { aRunningWorld } from './running.ts'

const world = aRunningWorld()

overlayCases(world)

test('says that a page is not recognised when none of its rows can be read', async () => {
  const { stack } = world()
  const page = await stack.browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', request => {
    if (!request.isNavigationRequest()) return void request.continue()
    const cells =
      '<td>?</td><td>?</td><td>?</td><td>?</td><td>?</td><td><svg width="16" height="16"></svg></td>'
    const head = ['Invoice No.', 'Supplier', 'Type', 'Date', 'Total', 'Export Status'].map(
      text => `<th>${text}</th>`,
    )
    const body = `<table><thead><tr>${head.join('')}</tr></thead><tbody><tr>${cells}</tr></tbody></table>`
    return void request.respond({ contentType: 'text/html', body })
  })
  await page.goto(`${stack.sandbox.origin}/somewhere-else`)
  await chromiumScreen(page).find('StaticText', /not recognised/)
  await page.close()
})
