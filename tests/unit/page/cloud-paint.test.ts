// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readCloud } from '#lib/page/cloud.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { judgeCloud } from '#lib/page/judge-cloud.ts'

const { clouds } = foodrazorPage
const [green, blue, yellow, red] = ['#16a34a', '#2563eb', '#eab308', '#dc2626']
const svg = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><path fill="none" d="M0 0h24"/><path fill="${fill}" d="M4 4"/></svg>`
const symbols = `<svg hidden><symbol id="bare"><path d="M1 1"/></symbol><symbol id="painted"><path fill="${green}"/></symbol>
  <linearGradient id="sun"><stop stop-color="#fde047"/><stop style="stop-color: ${yellow}"/></linearGradient>
  <linearGradient id="again" href="#sun"/></svg>`

function read(html: string) {
  document.body.innerHTML = `${symbols}<table><tr><td>${html}</td></tr></table>`
  const cell = document.querySelector('td')
  if (!cell) throw new Error('No cell')
  // As browsers do and jsdom does not: such attributes are styles.
  for (const property of ['fill', 'stroke']) {
    for (const shape of cell.querySelectorAll<SVGElement>(`svg [${property}]`)) {
      shape.style.setProperty(property, shape.getAttribute(property))
    }
  }
  return judgeCloud(readCloud(cell, cell.querySelector('svg, img, i'), clouds), clouds)
}

test.each([
  ['a shape behind an empty frame', svg(green), 'exported'],
  ['a stroke', `<svg><path fill="none" stroke="${blue}"/></svg>`, 'ready'],
  ['a style', `<svg><path style="fill: ${red}"/></svg>`, 'failed'],
  ['a gradient', '<svg><path fill="url(#sun)"/></svg>', 'missing-product-group'],
  ['a gradient of a gradient', '<svg><path fill="url(#again)"/></svg>', 'missing-product-group'],
  ['a use that is painted where it is drawn', `<svg><use href="#bare" fill="${red}"/></svg>`, 'failed'],
  ['a use of something painted', '<svg><use xlink:href="#painted"/></svg>', 'exported'],
  ['a white tick on green', `<svg><circle fill="${green}"/><path fill="#fff"/></svg>`, 'exported'],
  ['two shades of one colour', '<svg><path fill="#86efac"/><path fill="#16a34a"/></svg>', 'exported'],
  ['two colours', `<svg><path fill="${green}"/><path fill="${red}"/></svg>`, 'unknown'],
  [
    'an outline for cutting',
    `<svg><clipPath><path fill="${red}"/></clipPath><path fill="${blue}"/></svg>`,
    'ready',
  ],
  ['an icon font', `<i style="color: ${red}">\ue2bd</i>`, 'failed'],
  ['a ground', `<i style="background-color: ${yellow}"></i>`, 'missing-product-group'],
  [
    'a picture written into its address',
    `<img src="data:image/svg+xml,${encodeURIComponent(svg(green))}">`,
    'exported',
  ],
  ['the same in base 64', `<img src="data:image/svg+xml;base64,${btoa(svg(blue))}">`, 'ready'],
  [
    'the same without escaping',
    `<img src='data:image/svg+xml,${svg(red).replace(/#/g, '%23').replaceAll("'", '"')}'>`,
    'failed',
  ],
  ['a picture of pixels written into its address', '<img src="data:image/png;base64,AAAA">', 'unknown'],
  [
    'a picture of the style sheet',
    '<i style="background-image: url(/img/cloud-success.png?2)"></i>',
    'exported',
  ],
  ['a grey', svg('#9e9e9e'), 'unknown'],
  ['a brand’s violet', svg('#7c3aed'), 'unknown'],
])('reads %s', (_, html, status) => {
  expect(read(html).status).toBe(status)
})

test.each([
  ['🟢', 'exported'],
  ['🔵', 'ready'],
  ['🟡', 'missing-product-group'],
  ['🔴', 'failed'],
  ['✅ 3 Nov', 'exported'],
  ['🟣', 'unknown'],
  ['🟢🔴', 'unknown'],
  ['☁️ Export failed', 'failed'],
])('reads the characters %s as %s', (text, status) => {
  expect(read(text).status).toBe(status)
})

test.each([
  ['a test id', '<svg data-testid="CloudDoneIcon"></svg>', 'exported'],
  ['an icon’s name', '<i icon="mdi:cloud-off-outline"></i>', 'failed'],
  ['a set’s own attribute', '<svg data-icon="cloud-arrow-up"></svg>', 'ready'],
  ['a file, not its folder', '<img src="/red-lantern/cloud-blue.svg">', 'ready'],
  ['no link', '<a href="/invoices/error-7"><svg></svg></a>', 'unknown'],
  [
    'no class for another state',
    '<svg class="icon hover:text-red-500 dark:fill-green-300"></svg>',
    'unknown',
  ],
  ['no class of two meanings', '<svg class="success-or-error"></svg>', 'unknown'],
])('goes by names: %s', (_, html, status) => {
  expect(read(html).status).toBe(status)
})

test('believes the colour where a page draws one shape for all', () => {
  const read_ = (colour: string) =>
    read(`<i class="material-icons" style="color: ${colour}">cloud_upload</i>`)
  const statuses = [green, blue, yellow, red].map(colour => read_(colour ?? '').status)
  expect(statuses).toEqual(['exported', 'ready', 'missing-product-group', 'failed'])
  expect(read_(blue ?? '').confidence).toBeGreaterThan(read_(green ?? '').confidence)
})

test('asks for no colour where there are words', () => {
  expect(read(`<button title="Exported">${svg(red ?? '')}</button>`)).toMatchObject({
    status: 'exported',
    confidence: 0.97,
  })
  document.body.innerHTML = '<table><tr><td title="Exported"><svg></svg></td></tr></table>'
  const cell = document.querySelector('td')
  expect(cell && readCloud(cell, cell.querySelector('svg'), clouds).clues).toBeUndefined()
})

test('keeps what was seen as evidence', () => {
  expect(read(`<i class="cloud-success" style="color: ${green}">\ue2bd</i>`).evidence).toEqual([
    'class “cloud-success”',
    expect.stringMatching(/^colour oklch\(0\.63 0\.170 149\)$/),
  ])
})
