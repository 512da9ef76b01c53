import { formatInstant } from '../format.ts'
import table from '../parts/table.module.css'
import type { Invoice } from '../schemas.ts'
import styles from './InvoicePage.module.css'

const words = (code: string) => code.charAt(0) + code.slice(1).toLowerCase().replace('_', ' ')

/** The Order/Invoice tab: the document, and the platforms to which it has gone. */
export function OrderTab({ invoice }: { invoice: Invoice }) {
  return (
    <>
      <section className={table.card}>
        <h2>Document</h2>
        <dl className={table.facts}>
          <dt>Type</dt>
          <dd>{invoice.type === 'ORDER' ? 'Order' : 'Invoice attachment'}</dd>
          <dt>Order status</dt>
          <dd>{words(invoice.orderStatus)}</dd>
          <dt>File</dt>
          <dd>
            {invoice.attachments.length === 0 && '–'}
            {invoice.attachments.map(({ fileName, url }) => (
              <a key={url} href={url} target="_blank" rel="noreferrer">
                {fileName}
              </a>
            ))}
          </dd>
          <dt>Last change</dt>
          <dd>{formatInstant(invoice.updatedAt)}</dd>
        </dl>
      </section>
      <section className={table.card}>
        <h2>Linked Platforms</h2>
        {invoice.linkedPlatforms.length === 0 && <p className={table.faint}>Not linked to any platform.</p>}
        {invoice.linkedPlatforms.map(link => (
          <div key={link.billId} className={styles.platform}>
            <strong>{link.platform}</strong>
            <a href={link.url} target="_blank" rel="noreferrer">
              View bill
            </a>
            <span className={styles.state}>{words(link.state)}</span>
            <span className={table.faint}>Exported {formatInstant(link.exportedAt)}</span>
          </div>
        ))}
        {invoice.exportError && <p className={table.bad}>{invoice.exportError}</p>}
      </section>
    </>
  )
}
