import type { ShowPage } from '../page.ts'
import showAria from './aria-grid.ts'
import showTable from './plain-table.ts'

/** Two lists of invoices, and beside them tables that are none. */
const show: ShowPage = (root, { columns, invoices }) => {
  const half = Math.ceil(invoices.length / 2)
  root.innerHTML = `
    <table><tr><th>Supplier</th><th>Total</th></tr><tr><td>Green Valley Produce</td><td>SGD 80.00</td></tr></table>
    <h2>Orders</h2><div id="above"></div>
    <table><tr><th>Product</th><th>Status</th></tr><tr><td>Romaine</td><td>Active</td></tr></table>
    <h2>Attachments</h2><div id="below"></div>`
  const [above, below] = [root.querySelector('#above'), root.querySelector('#below')]
  if (!(above instanceof HTMLElement) || !(below instanceof HTMLElement))
    throw new Error('No place to show in')
  const drawAbove = showTable(above, { columns, invoices: invoices.slice(0, half) })
  const drawBelow = showAria(below, { columns, invoices: invoices.slice(half) })
  return next => {
    drawAbove({ ...next, invoices: next.invoices.slice(0, half) })
    drawBelow({ ...next, invoices: next.invoices.slice(half) })
  }
}
export default show
