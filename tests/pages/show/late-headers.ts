import { byTitle, cellHtml } from '../clouds.ts'
import { headers } from '../invoices.ts'
import type { ShowPage } from '../page.ts'

/** Rows first; what its columns are called comes later, into elements that are there already. */
const show: ShowPage = (root, first) => {
  const draw: ReturnType<ShowPage> = ({ columns, invoices }) => {
    const rows = invoices.map(
      invoice =>
        `<tr>${columns.map(column => `<td>${cellHtml(invoice, column, byTitle)}</td>`).join('')}</tr>`,
    )
    const head = columns.map(() => '<th> </th>').join('')
    root.innerHTML = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    setTimeout(() => {
      for (const [at, cell] of [...root.querySelectorAll('th')].entries()) {
        const column = columns[at]
        if (cell.firstChild && column) cell.firstChild.nodeValue = headers[column]
      }
    }, 400)
  }
  draw(first)
  return draw
}
export default show
