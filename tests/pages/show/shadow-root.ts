import type { ShowPage } from '../page.ts'
import showTable from './plain-table.ts'

/** The list within an open shadow root within another, as web components have it. */
const show: ShowPage = (root, first) => {
  const outer = document.createElement('invoice-app')
  const inner = document.createElement('invoice-list')
  const within = document.createElement('div')
  root.append(outer)
  outer.attachShadow({ mode: 'open' }).append(inner)
  inner.attachShadow({ mode: 'open' }).append(within)
  return showTable(within, first)
}
export default show
