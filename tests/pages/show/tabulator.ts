import 'tabulator-tables/dist/css/tabulator.min.css'
import { type ColumnDefinition, TabulatorFull } from 'tabulator-tables'
import { byWord, cellHtml } from '../clouds.ts'
import { headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'

const columnsOf = ({ columns }: Shown): ColumnDefinition[] =>
  columns.map(column => ({
    title: headers[column],
    field: column,
    width: 150,
    frozen: column === 'number',
    formatter: cell => cellHtml(cell.getData() as ListedInvoice, column, byWord),
  }))

const show: ShowPage = (root, first) => {
  const table = new TabulatorFull(root, {
    height: 400,
    columns: columnsOf(first),
    data: [...first.invoices],
    index: 'number',
  })
  return next => {
    table.setColumns(columnsOf(next))
    void table.replaceData([...next.invoices])
  }
}
export default show
