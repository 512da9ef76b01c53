import { byEmoji, cellHtml } from '../clouds.ts'
import { headers } from '../invoices.ts'
import type { ShowPage } from '../page.ts'

/** Rows of plain elements without a role, as wide as what they show. */
const show: ShowPage = (root, first) => {
  const draw: ReturnType<ShowPage> = ({ columns, invoices }) => {
    const row = (html: readonly string[]) =>
      `<div class="row">${html.map(each => `<div class="cell">${each}</div>`).join('')}</div>`
    const rows = invoices.map(invoice => row(columns.map(column => cellHtml(invoice, column, byEmoji))))
    root.innerHTML = `<section>${row(columns.map(column => headers[column]))}<div>${rows.join('')}</div></section>`
  }
  draw(first)
  return draw
}
export default show
