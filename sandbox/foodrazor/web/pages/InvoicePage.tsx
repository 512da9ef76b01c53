import { useState } from 'react'
import { get } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Button } from '../parts/Button.tsx'
import table from '../parts/table.module.css'
import { Link } from '../router.tsx'
import { OneInvoice } from '../schemas.ts'
import { ExportCell } from './ExportCell.tsx'
import { InvoiceDetails } from './InvoiceDetails.tsx'
import { InvoiceForm } from './InvoiceForm.tsx'
import styles from './InvoicePage.module.css'
import { OrderTab } from './OrderTab.tsx'

/** One invoice: what it says, and where it went. */
export function InvoicePage({ id }: { id: string }) {
  const [tab, setTab] = useState<'details' | 'order'>('details')
  const [editing, setEditing] = useState(false)
  const loaded = useLoaded(id, () => get(OneInvoice, `/invoices/${encodeURIComponent(id)}`))
  const invoice = loaded.value?.invoice
  if (!invoice) return <p className={table.page}>{loaded.error ?? 'Loading…'}</p>
  const saved = async () => {
    await loaded.reload()
    setEditing(false)
  }
  return (
    <div className={table.page}>
      <Link href="/invoices">← Invoices</Link>
      <header className={styles.head}>
        <div>
          <h1>{invoice.invoiceNo}</h1>
          <p className={styles.under}>
            {invoice.documentType === 'CREDIT_NOTE' && 'Credit note · '}
            {invoice.supplier.name} · {invoice.outlet.name}
          </p>
        </div>
        <div className={styles.actions}>
          <ExportCell invoice={invoice} onActed={loaded.reload} />
          {!editing && <Button onClick={() => setEditing(true)}>Edit</Button>}
        </div>
      </header>
      {editing ? (
        <InvoiceForm invoice={invoice} onSaved={saved} onCancel={() => setEditing(false)} />
      ) : (
        <>
          <div className={table.tabs} role="tablist">
            <Tab label="Details" selected={tab === 'details'} onSelect={() => setTab('details')} />
            <Tab label="Order/Invoice" selected={tab === 'order'} onSelect={() => setTab('order')} />
          </div>
          {tab === 'details' ? <InvoiceDetails invoice={invoice} /> : <OrderTab invoice={invoice} />}
        </>
      )}
    </div>
  )
}

function Tab(props: { label: string; selected: boolean; onSelect: () => void }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={props.selected}
      className={table.tab}
      onClick={props.onSelect}
    >
      {props.label}
    </button>
  )
}
