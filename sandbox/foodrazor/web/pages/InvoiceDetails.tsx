import { formatAmount, formatDate, formatPlain, formatPrice } from '../format.ts'
import table from '../parts/table.module.css'
import type { Invoice } from '../schemas.ts'
import styles from './InvoicePage.module.css'

/** The Details tab: dates, lines, charges and totals. */
export function InvoiceDetails({ invoice }: { invoice: Invoice }) {
  const { currency } = invoice
  return (
    <>
      <section className={table.card}>
        <dl className={table.facts}>
          <dt>Invoice date</dt>
          <dd>{formatDate(invoice.date)}</dd>
          <dt>Due date</dt>
          <dd>{formatDate(invoice.dueDate)}</dd>
          <dt>Amounts</dt>
          <dd>{invoice.amountsIncludeTax ? 'Tax inclusive' : 'Tax exclusive'}</dd>
        </dl>
      </section>
      <section className={table.card}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col">Product Group</th>
              <th scope="col" className={table.number}>
                Quantity
              </th>
              <th scope="col">Unit</th>
              <th scope="col" className={table.number}>
                Unit price
              </th>
              <th scope="col" className={table.number}>
                Tax
              </th>
              <th scope="col" className={table.number}>
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {invoice.lines.map(line => (
              <tr key={line.id}>
                <td>
                  {line.product.name}
                  {line.discount !== '0.00' && (
                    <div className={table.faint}>Discount {formatAmount(line.discount)}</div>
                  )}
                </td>
                <td className={table.faint}>{line.product.productGroup?.name ?? '–'}</td>
                <td className={table.number}>{formatPlain(line.quantity)}</td>
                <td>{line.unit}</td>
                <td className={table.number}>{formatPrice(line.unitPrice)}</td>
                <td className={table.number}>{line.taxRate} %</td>
                <td className={table.number}>{formatAmount(line.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className={styles.totals}>
          <tbody>
            {invoice.charges.map(charge => (
              <Amount
                key={`${charge.kind} ${charge.description}`}
                label={charge.description}
                amount={charge.amount}
              />
            ))}
            <Amount label="Subtotal" amount={invoice.subtotal} />
            {invoice.taxes.map(tax => (
              <Amount
                key={tax.rate}
                label={`Tax ${tax.rate} % on ${formatAmount(tax.taxable)}`}
                amount={tax.tax}
              />
            ))}
            <tr className={styles.grand}>
              <td>Total</td>
              <td className={table.number}>
                {currency} {formatAmount(invoice.total)}
              </td>
            </tr>
            {invoice.prepaid !== '0.00' && <Amount label="Prepaid" amount={invoice.prepaid} />}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Amount({ label, amount }: { label: string; amount: string }) {
  return (
    <tr>
      <td className={table.faint}>{label}</td>
      <td className={table.number}>{formatAmount(amount)}</td>
    </tr>
  )
}
