// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { unmarked } from '#lib/page/grid/unmarked.ts'
import { findGrid, rowsOf } from '#lib/page/grid.ts'
import { readRow } from '#lib/page/row.ts'

const headers = ['Invoice No.', 'Supplier', 'Type', 'Date', 'Total', 'Export Status']
const cells = [
  '<a href="/invoices/inv-7">INV-7</a>',
  'Greens &amp; Co',
  'Order',
  '23 Nov 2026',
  'SGD 12.00',
  '<button title="Ready to Export"><svg></svg></button>',
]

function page(html: string) {
  document.body.innerHTML = html
  return findGrid(document, foodrazorPage, unmarked)
}

function firstRow(html: string) {
  const { grid } = page(html)
  const [row] = grid ? rowsOf(grid) : []
  return grid && row ? readRow(grid, row, foodrazorPage)?.seen : undefined
}

const wrapped = (items: readonly string[], name: string, attributes = '') =>
  items.map(item => `<${name} ${attributes}>${item}</${name}>`).join('')

const markups: [string, string][] = [
  [
    'a table',
    `<table><thead><tr>${wrapped(headers, 'th')}</tr></thead><tbody><tr>${wrapped(cells, 'td')}</tr></tbody></table>`,
  ],
  [
    'a table whose headers are buttons with sort arrows',
    `<table><tr>${headers.map(text => `<th><button>${text} <span>▼</span></button></th>`).join('')}</tr><tr>${wrapped(cells, 'td')}</tr></table>`,
  ],
  [
    'an ARIA grid',
    `<div role="grid"><div role="row">${wrapped(headers, 'div', 'role="columnheader"')}</div><div><div role="row">${wrapped(cells, 'div', 'role="gridcell"')}</div></div></div>`,
  ],
  [
    'an ARIA grid whose cells are numbered and not all there',
    `<div role="grid"><div role="row">${headers.map((text, i) => `<div role="columnheader" aria-colindex="${i + 1}">${text}</div>`).join('')}</div><div role="row">${cells
      .map((html, i) => (i === 2 ? '' : `<div role="gridcell" aria-colindex="${i + 1}">${html}</div>`))
      .join('')}</div></div>`,
  ],
  [
    'a table for the headers and another for the rows',
    `<section><table><tr>${wrapped(headers, 'th')}</tr></table><div><table><tbody><tr>${wrapped(cells, 'td')}</tr></tbody></table></div></section>`,
  ],
  [
    'plain elements',
    `<main><div><div>${wrapped(headers, 'div')}</div><div><div>${wrapped(cells, 'div')}</div></div></div></main>`,
  ],
]

test.each(markups)('reads a row of %s', (_, html) => {
  const seen = firstRow(html)
  expect(seen).toMatchObject({
    number: 'INV-7',
    supplier: 'Greens & Co',
    date: { text: '23 Nov 2026' },
    total: { text: 'SGD 12.00' },
    cloud: { status: 'ready' },
  })
  expect(seen?.key).toContain('/invoices/inv-7')
})

test('finds columns by other languages and in any order', () => {
  const seen =
    firstRow(`<table><tr><th>导出状态</th><th>日期</th><th>供应商</th><th>发票号码</th><th>总额</th></tr>
    <tr><td><i title="已导出"></i></td><td>2026年11月23日</td><td>海味之家</td><td>8</td><td>￥12.00</td></tr></table>`)
  expect(seen).toMatchObject({ number: '8', supplier: '海味之家', cloud: { status: 'exported' } })
})

test('takes no spacer of a virtualised list for a row', () => {
  const { grid } = page(
    `<table><thead><tr>${wrapped(headers, 'th')}</tr></thead><tbody><tr><td colspan="6" style="height: 900px"></td></tr><tr>${wrapped(cells, 'td')}</tr></tbody></table>`,
  )
  expect(grid && rowsOf(grid)).toHaveLength(1)
})

test('finds the grid of an empty list', () => {
  const { grid } = page(`<table><thead><tr>${wrapped(headers, 'th')}</tr></thead><tbody></tbody></table>`)
  expect(grid && rowsOf(grid)).toEqual([])
})

test('leaves a table without an export status alone', () => {
  const { grid, headers: seen } = page(
    '<table><tr><th>Product</th><th>Supplier</th><th>Total</th></tr><tr><td>a</td><td>b</td><td>1</td></tr></table>',
  )
  expect(grid).toBeNull()
  expect(seen).toEqual([])
})

test('reports the headers of a table that has a status and little else we know', () => {
  const { grid, headers: seen } = page(
    '<table><tr><th>Foo</th><th>Bar</th><th>Export Status</th></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>',
  )
  expect(grid).toBeNull()
  expect(seen).toEqual(['Foo', 'Bar', 'Export Status'])
})

test('keeps a hostile name as the text that it is', () => {
  const name = '<img src=x onerror=alert(1)> “quoted” 🥚 مخازن'
  const { grid } = page(`<table><tr>${wrapped(headers, 'th')}</tr><tr>${wrapped(cells, 'td')}</tr></table>`)
  const [row] = grid ? rowsOf(grid) : []
  if (!grid || !row?.children[1]) throw new Error('No row')
  row.children[1].textContent = `${name}${'x'.repeat(3000)}`
  const supplier = readRow(grid, row, foodrazorPage)?.seen.supplier
  expect(supplier).toHaveLength(2000)
  expect(supplier?.startsWith(name)).toBe(true)
})
