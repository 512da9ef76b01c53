import { byFile, cellHtml } from '../clouds.ts'
import { headers } from '../invoices.ts'
import type { ShowPage } from '../page.ts'

/** A card list whose labels are attributes, drawn by the style sheet. */
const show: ShowPage = (root, first) => {
  const draw: ReturnType<ShowPage> = ({ columns, invoices }) => {
    const cards = invoices.map(
      invoice =>
        `<article class="card">${columns
          .map(column => `<p data-label="${headers[column]}">${cellHtml(invoice, column, byFile)}</p>`)
          .join('')}</article>`,
    )
    root.innerHTML = `<main class="cards">${cards.join('')}</main>`
  }
  draw(first)
  return draw
}
export default show
