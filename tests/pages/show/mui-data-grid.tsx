import { DataGrid, type GridColDef } from '@mui/x-data-grid'
import { createRoot } from 'react-dom/client'
import { byFill } from '../clouds.ts'
import { headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'
import { Cell } from '../react-cell.tsx'

function List({ columns, invoices }: Shown) {
  const made = columns.map(
    (column): GridColDef<ListedInvoice> => ({
      field: column,
      headerName: headers[column],
      width: 150,
      renderCell: ({ row }) => <Cell of={row} column={column} draw={byFill} />,
    }),
  )
  return (
    <div style={{ height: 500 }}>
      <DataGrid
        columns={made}
        rows={invoices}
        getRowId={({ number }) => number}
        checkboxSelection
        hideFooter
      />
    </div>
  )
}

const show: ShowPage = (root, first) => {
  const react = createRoot(root)
  const draw = (shown: Shown) => react.render(<List {...shown} />)
  draw(first)
  return draw
}
export default show
