import { fileURLToPath } from 'node:url'
import type { Invoice } from '#lib/domain/invoice.ts'
import { readUblFolder } from '#sandbox/data/ubl.ts'
import { anInvoice } from './invoice.ts'

const folder = fileURLToPath(new URL('../../sandbox/data/ubl', import.meta.url))

/** The twelve UBL documents of the sandbox as invoices: food, freight, deposits, returns, allowances, two credit notes. */
export async function ublInvoices(): Promise<Invoice[]> {
  const { documents } = await readUblFolder(folder)
  return documents.map(document =>
    anInvoice({
      id: document.fileName,
      number: `${document.invoiceNo} (${document.fileName})`,
      supplier: { id: document.fileName, name: document.supplier.name },
      date: document.date,
      currency: document.currency,
      detail: {
        document: document.documentType === 'CREDIT_NOTE' ? 'credit-note' : 'invoice',
        dueDate: document.dueDate,
        amountsIncludeTax: document.amountsIncludeTax,
        lines: document.lines.map(({ id, product, description, quantity, unitPrice, amount, taxRate }) => ({
          id,
          product: { id: product.name, name: product.name, group: { id: 'g-Food', name: 'Food' } },
          description,
          quantity,
          unitPrice,
          amount,
          taxRate,
        })),
        charges: document.charges.map(charge => ({ ...charge, kind: charge.kind.toLowerCase() })),
        taxes: document.taxes,
        subtotal: document.subtotal,
        taxTotal: document.taxTotal,
        total: document.total,
        exportError: null,
        linkedBill: null,
        file: null,
      },
    }),
  )
}
