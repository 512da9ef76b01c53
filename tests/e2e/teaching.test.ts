import { expect, test } from 'vitest'
import { chromiumScreen } from '#sandbox/tour/chromium-screen.ts'
import { aRunningWorld } from './running.ts'

const world = aRunningWorld()

/** The page of an application in a language that we do not know, whose clouds have colours of its own. */
const clouds = ['rebeccapurple', 'teal', 'hotpink', 'rebeccapurple']
const rows = clouds.map(
  (colour, at) =>
    `<tr><td>R-10${at}</td><td>Gemüse Graf</td><td>2026-11-0${at + 1}</td><td>SGD 1${at}.00</td>
     <td><svg width="20" height="16" fill="${colour}"><path d="M3 14a4 4 0 0 1 2-8 6 6 0 0 1 11 2 3 3 0 0 1 1 6z"/></svg></td></tr>`,
)
const body = `<!doctype html><html lang="de"><title>Belege</title><body><h1>Belege</h1>
  <table><thead><tr><th>Beleg</th><th>Händler</th><th>Tag</th><th>Endbetrag</th><th>Wolke</th></tr></thead>
  <tbody>${rows.join('')}</tbody></table></body></html>`

test('a page that is not recognised is shown once, and is read from then on', async () => {
  const { stack, openOwn } = world()
  const page = await stack.browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', request => {
    if (!request.isNavigationRequest()) return void request.continue()
    return void request.respond({ contentType: 'text/html; charset=utf-8', body })
  })
  await page.goto(`${stack.sandbox.origin}/belege`)
  const belege = chromiumScreen(page)

  const options = await openOwn('options.html')
  await options.click('button', 'This page is not recognised…')
  await page.bringToFront()
  await belege.find('StaticText', 'Click the header over the clouds.')
  for (const header of ['Wolke', 'Beleg', 'Händler', 'Tag', 'Endbetrag'])
    await belege.click('columnheader', header)
  for (const _ of ['type', 'outlet']) await belege.click('button', 'It is not here')

  const [ready, exported, yellow] = await page.$$('svg')
  await belege.find('StaticText', /Click a blue cloud/)
  await ready?.click()
  await belege.find('StaticText', /Click a green cloud/)
  await exported?.click()
  await belege.find('StaticText', /Click a yellow cloud/)
  await yellow?.click()
  await belege.click('button', 'It is not here')
  await belege.find('StaticText', 'Click any row of the list.')
  await belege.clickOn(await belege.find('StaticText', 'R-103'))
  await belege.find('StaticText', '4 rows, 4 of them readable as invoices.')
  await belege.click('button', 'Save')

  const marks = await belege.until(
    () => page.$$('[data-clearcloud="mark"]'),
    found => found.length === 4,
  )
  expect(marks).toHaveLength(4)
  await belege.find('button', /^Ready to export/)
  await belege.find('button', /^Missing product group/)

  await options.page.bringToFront()
  await options.find('StaticText', /5 headers, 3 clouds/)
  await options.click('button', 'Look into the page')
  const report = await options.find('textbox', 'What was found')
  expect(report.value).toContain('Headers: Beleg | Händler | Tag | Endbetrag | Wolke')
  expect(report.value).toContain('List: 4 rows, each <tr>')
  expect(report.value).toContain('number: X-000; supplier: Xxxxxx Xxxx')
  expect(report.value).not.toContain('Gemüse')
  await page.close()
})
