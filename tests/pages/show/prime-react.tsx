import { Column } from 'primereact/column'
import { DataTable } from 'primereact/datatable'
import { createRoot } from 'react-dom/client'
import { byGradient } from '../clouds.ts'
import { headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'
import { Cell } from '../react-cell.tsx'

function List({ columns, invoices }: Shown) {
  return (
    <DataTable
      value={[...invoices]}
      dataKey="number"
      scrollable
      scrollHeight="400px"
      virtualScrollerOptions={{ itemSize: 44 }}
      responsiveLayout="stack"
    >
      {columns.map(column => (
        <Column
          key={column}
          field={column}
          header={headers[column]}
          sortable={column === 'total'}
          body={(invoice: ListedInvoice) => <Cell of={invoice} column={column} draw={byGradient} />}
        />
      ))}
    </DataTable>
  )
}

const show: ShowPage = (root, first) => {
  const react = createRoot(root)
  const draw = (shown: Shown) => react.render(<List {...shown} />)
  draw(first)
  return draw
}
export default show
