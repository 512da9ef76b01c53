import { byTitle, cellHtml } from '../clouds.ts'
import { headers } from '../invoices.ts'
import type { ShowPage } from '../page.ts'

/** What a narrow screen gets: a card for each invoice, its labels beside its values. */
const show: ShowPage = (root, first) => {
  const draw: ReturnType<ShowPage> = ({ columns, invoices }) => {
    const card = (html: readonly string[]) => `<li class="card"><dl>${html.join('')}</dl></li>`
    const cards = invoices.map(invoice =>
      card(
        columns.map(
          column => `<div><dt>${headers[column]}</dt><dd>${cellHtml(invoice, column, byTitle)}</dd></div>`,
        ),
      ),
    )
    root.innerHTML = `<ul class="cards">${cards.join('')}</ul>`
  }
  draw(first)
  return draw
}
export default show
