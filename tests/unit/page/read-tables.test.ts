// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { readTables } from '#lib/page/tables/read-tables.ts'

function read(html: string) {
  document.body.innerHTML = html
  return readTables(document, foodrazorPage.tables)
}
const table = (headers: string[], ...rows: string[][]) =>
  `<table><thead><tr>${headers.map(text => `<th>${text}</th>`).join('')}</tr></thead><tbody>${rows
    .map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`
const select = (...options: string[]) =>
  `<select>${options.map((text, at) => `<option value="${at === 0 ? '' : at}" ${at === options.length - 1 ? 'selected' : ''}>${text}</option>`).join('')}</select>`

test('reads the lines of an invoice, each product by its first words', () => {
  const { tables, headings } = read(
    `<h1>INV-7</h1>${table(
      ['Product', 'Product Group', 'Quantity', 'Unit price', 'Amount'],
      ['Romaine<div>Discount 1.00</div>', '–', '2', '5.00', '10.00'],
    )}`,
  )
  expect(headings).toEqual(['INV-7'])
  expect(tables).toEqual([
    {
      kind: 'lines',
      rows: [{ product: 'Romaine', group: '–', quantity: '2', price: '5.00', amount: '10.00' }],
    },
  ])
})

test('reads products with what is chosen as their group', () => {
  const { tables } = read(
    table(
      ['Product', 'Supplier', 'Product Group'],
      ['Butter', 'Dairy', select('Select a product group', 'Dairy products')],
      ['Kale', 'Greens', select('Select a product group')],
    ),
  )
  expect(tables).toEqual([
    {
      kind: 'products',
      rows: [
        { product: 'Butter', supplier: 'Dairy', group: 'Dairy products' },
        { product: 'Kale', supplier: 'Greens', group: '' },
      ],
    },
  ])
})

test('reads the accounts of groups, and the export mode beside its label', () => {
  const page = read(
    `<dl><dt>Order Export Mode</dt><dd>${select('', 'Manual', 'Automatic')}</dd></dl>${table(
      ['Product Group', 'Account'],
      ['Dairy', select('Not mapped', '310 Food')],
    )}`,
  )
  expect(page.exportMode).toBe('Automatic')
  expect(page.tables).toEqual([{ kind: 'accounts', rows: [{ group: 'Dairy', account: '310 Food' }] }])
})

test('finds the links to bills under their heading, and no others', () => {
  const { bills } = read(
    `<a href="https://example.com/elsewhere">x</a><section><h2>Linked Platforms</h2>
     <div><strong>Xero</strong><a href="https://go.xero.com/bill/1">View bill</a></div></section>`,
  )
  expect(bills).toEqual(['https://go.xero.com/bill/1'])
})

test('a page of something else tells nothing', () => {
  const { tables, exportMode, bills } = read(`<h1>Team</h1>${table(['Name', 'Role'], ['Ann', 'Chef'])}`)
  expect({ tables, exportMode, bills }).toEqual({ tables: [], exportMode: null, bills: [] })
})
