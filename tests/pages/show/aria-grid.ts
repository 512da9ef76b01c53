import { byLabel, cellHtml } from '../clouds.ts'
import { headers } from '../invoices.ts'
import type { ShowPage } from '../page.ts'

/** An ARIA grid of plain elements, whose rows stay while what they show changes. */
const show: ShowPage = (root, first) => {
  const grid = document.createElement('div')
  grid.setAttribute('role', 'grid')
  root.append(grid)
  const rowOf = (html: readonly string[], role: string) =>
    `<div role="row" class="row">${html.map(each => `<div role="${role}" class="cell">${each}</div>`).join('')}</div>`
  const draw: ReturnType<ShowPage> = ({ columns, invoices }) => {
    const head = rowOf(
      columns.map(column => headers[column]),
      'columnheader',
    )
    const rows = invoices.map(invoice =>
      rowOf(
        columns.map(column => cellHtml(invoice, column, byLabel)),
        'gridcell',
      ),
    )
    grid.innerHTML = `<div role="rowgroup">${head}</div><div role="rowgroup">${rows.join('')}</div>`
  }
  draw(first)
  return draw
}
export default show
