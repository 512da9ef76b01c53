import { useState } from 'react'
import { patch } from '../api.ts'
import { Button } from '../parts/Button.tsx'
import table from '../parts/table.module.css'
import { useToast } from '../parts/toasts.tsx'
import { type Invoice, OneInvoice } from '../schemas.ts'
import styles from './InvoicePage.module.css'

/** Edits an invoice's number, date, quantities and prices. */
export function InvoiceForm(props: { invoice: Invoice; onSaved: () => Promise<void>; onCancel: () => void }) {
  const { invoice } = props
  const [invoiceNo, setInvoiceNo] = useState(invoice.invoiceNo)
  const [date, setDate] = useState(invoice.date)
  const [lines, setLines] = useState(invoice.lines)
  const [busy, setBusy] = useState(false)
  const say = useToast()
  const change = (id: string, part: { quantity?: string; unitPrice?: string }) =>
    setLines(before => before.map(line => (line.id === id ? { ...line, ...part } : line)))
  const save = async () => {
    setBusy(true)
    const touched = lines
      .filter((line, index) => {
        const was = invoice.lines[index]
        return line.quantity !== was?.quantity || line.unitPrice !== was.unitPrice
      })
      .map(({ id, quantity, unitPrice }) => ({ id, quantity, unitPrice }))
    try {
      const edit = { invoiceNo, date, lines: touched, revision: invoice.revision }
      await patch(OneInvoice, `/invoices/${invoice.id}`, edit)
      await props.onSaved()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), 'bad')
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles.form}>
        <label>
          Invoice No.
          <input value={invoiceNo} required onChange={event => setInvoiceNo(event.target.value)} />
        </label>
        <label>
          Date
          <input type="date" value={date} required onChange={event => setDate(event.target.value)} />
        </label>
      </div>
      <section className={table.card}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col">Quantity</th>
              <th scope="col">Unit price</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.id}>
                <td>{line.product.name}</td>
                <td>
                  <input
                    className={styles.cell}
                    inputMode="decimal"
                    aria-label={`Quantity of ${line.product.name}`}
                    value={line.quantity}
                    onChange={event => change(line.id, { quantity: event.target.value })}
                  />
                </td>
                <td>
                  <input
                    className={styles.cell}
                    inputMode="decimal"
                    aria-label={`Unit price of ${line.product.name}`}
                    value={line.unitPrice}
                    onChange={event => change(line.id, { unitPrice: event.target.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={table.bar}>
        <Button strong type="submit" disabled={busy}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
