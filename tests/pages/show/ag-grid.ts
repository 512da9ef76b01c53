import { AllCommunityModule, type ColDef, createGrid, ModuleRegistry } from 'ag-grid-community'
import { byFill, cellHtml } from '../clouds.ts'
import { headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'

ModuleRegistry.registerModules([AllCommunityModule])

/** Its number is pinned to the left and its cloud to the right: each row is three elements in three containers. */
const columnsOf = ({ columns }: Shown): ColDef<ListedInvoice>[] =>
  columns.map(column => ({
    colId: column,
    field: column === 'status' ? 'cloud' : column,
    headerName: headers[column],
    width: 160,
    pinned: column === 'number' ? 'left' : column === 'status' ? 'right' : null,
    cellRenderer: ({ data }: { data?: ListedInvoice }) => {
      const shown = document.createElement('span')
      shown.innerHTML = data ? cellHtml(data, column, byFill) : ''
      return shown
    },
  }))

const show: ShowPage = (root, first) => {
  root.style.height = '450px'
  const grid = createGrid<ListedInvoice>(root, {
    columnDefs: columnsOf(first),
    rowData: [...first.invoices],
    getRowId: ({ data }) => data.number,
    suppressColumnVirtualisation: false,
  })
  return next => {
    grid.setGridOption('columnDefs', columnsOf(next))
    grid.setGridOption('maintainColumnOrder', false)
    grid.setGridOption('rowData', [...next.invoices])
  }
}
export default show
