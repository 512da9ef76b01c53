import { byTitle, cellHtml } from '../clouds.ts'
import { headers } from '../invoices.ts'
import type { ShowPage } from '../page.ts'

/** A table as a server writes it. */
const show: ShowPage = (root, first) => {
  const draw: ReturnType<ShowPage> = ({ columns, invoices }) => {
    const head = columns.map(column => `<th>${headers[column]}</th>`).join('')
    const rows = invoices.map(
      invoice =>
        `<tr>${columns.map(column => `<td>${cellHtml(invoice, column, byTitle)}</td>`).join('')}</tr>`,
    )
    root.innerHTML = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  }
  draw(first)
  return draw
}
export default show
