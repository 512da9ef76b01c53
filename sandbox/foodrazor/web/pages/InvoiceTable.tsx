import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { formatAmount, formatDate } from '../format.ts'
import { Link } from '../router.tsx'
import type { ListedInvoice } from '../schemas.ts'
import { ExportCell } from './ExportCell.tsx'
import type { ListQuery } from './InvoicesPage.tsx'
import styles from './InvoiceTable.module.css'

const columns = [
  { sort: 'invoiceNo', label: 'Invoice No.' },
  { sort: 'supplier', label: 'Supplier' },
  { sort: 'type', label: 'Type' },
  { sort: 'date', label: 'Date' },
  { sort: 'total', label: 'Total' },
  { sort: 'exportStatus', label: 'Export Status' },
]
const rowHeight = 48
/** Longer pages show only the rows that are in sight. */
const virtualBeyond = 200

interface Props {
  items: readonly ListedInvoice[]
  query: ListQuery
  onChange: (part: Partial<ListQuery>) => void
  onActed: () => Promise<void>
}

export function InvoiceTable({ items, query, onChange, onActed }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <Heading key={column.sort} column={column} query={query} onChange={onChange} />
            ))}
          </tr>
        </thead>
        {items.length > virtualBeyond ? (
          <RowsInSight items={items} scroller={scroller} onActed={onActed} />
        ) : (
          <tbody>
            {items.map(invoice => (
              <Row key={invoice.id} invoice={invoice} onActed={onActed} />
            ))}
          </tbody>
        )}
      </table>
      {items.length === 0 && <p className={styles.empty}>No invoices found.</p>}
    </div>
  )
}

function Heading(props: { column: (typeof columns)[number]; query: ListQuery; onChange: Props['onChange'] }) {
  const { sort, label } = props.column
  const sorted = props.query.sort === sort
  const dir = sorted && props.query.dir === 'asc' ? 'desc' : 'asc'
  const arrow = props.query.dir === 'asc' ? '▲' : '▼'
  const direction = props.query.dir === 'asc' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={sorted ? direction : undefined}>
      <button type="button" onClick={() => props.onChange({ sort, dir })}>
        {label}
        {sorted && <span aria-hidden="true"> {arrow}</span>}
      </button>
    </th>
  )
}

function RowsInSight(props: {
  items: readonly ListedInvoice[]
  scroller: { current: HTMLDivElement | null }
  onActed: () => Promise<void>
}) {
  const virtual = useVirtualizer({
    count: props.items.length,
    getScrollElement: () => props.scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const rows = virtual.getVirtualItems()
  const before = rows[0]?.start ?? 0
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0)
  return (
    <tbody>
      {before > 0 && <Spacer height={before} />}
      {rows.map(({ index }) => {
        const invoice = props.items[index]
        return invoice && <Row key={invoice.id} invoice={invoice} onActed={props.onActed} />
      })}
      {after > 0 && <Spacer height={after} />}
    </tbody>
  )
}

function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={columns.length} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function Row({ invoice, onActed }: { invoice: ListedInvoice; onActed: () => Promise<void> }) {
  return (
    <tr className={styles.row}>
      <td>
        <Link href={`/invoices/${invoice.id}`}>{invoice.invoiceNo}</Link>
      </td>
      <td>{invoice.supplier.name}</td>
      <td>{invoice.type === 'ORDER' ? 'Order' : 'Invoice attachment'}</td>
      <td>{formatDate(invoice.date)}</td>
      <td className={styles.total}>
        {invoice.currency} {formatAmount(invoice.total)}
      </td>
      <td className={styles.cloud}>
        <ExportCell invoice={invoice} onActed={onActed} />
      </td>
    </tr>
  )
}
