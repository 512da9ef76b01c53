import { Table } from 'antd'
import { createRoot } from 'react-dom/client'
import { byMask } from '../clouds.ts'
import { headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'
import { Cell } from '../react-cell.tsx'

/** With only those rows that are in sight, of elements that are neither tables nor bear a role. */
function List({ columns, invoices }: Shown) {
  const made = columns.map(column => ({
    key: column,
    title: headers[column],
    width: 150,
    sorter: column === 'total',
    render: (_: unknown, invoice: ListedInvoice) => <Cell of={invoice} column={column} draw={byMask} />,
  }))
  return (
    <Table<ListedInvoice>
      columns={made}
      dataSource={[...invoices]}
      rowKey="number"
      rowSelection={{}}
      pagination={false}
      scroll={{ x: 900, y: 400 }}
      virtual
    />
  )
}

const show: ShowPage = (root, first) => {
  const react = createRoot(root)
  const draw = (shown: Shown) => react.render(<List {...shown} />)
  draw(first)
  return draw
}
export default show
