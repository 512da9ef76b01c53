import { z } from 'zod'
import { between } from '#sandbox/data/decimal.ts'
import type { InvoiceLine, StoredInvoice } from '#sandbox/data/sandbox-data.ts'
import { lineAmount, totalsOf } from '#sandbox/data/totals.ts'

const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'a decimal such as 12.50')

/** What a person may change of an invoice. With `revision`, only if nobody has changed it since. */
export const InvoiceEdit = z.strictObject({
  invoiceNo: z.string().trim().min(1).max(255).optional(),
  date: z.iso.date().optional(),
  revision: z.int().optional(),
  lines: z
    .array(z.strictObject({ id: z.string(), quantity: decimal.optional(), unitPrice: decimal.optional() }))
    .optional(),
})
export type InvoiceEdit = z.infer<typeof InvoiceEdit>

/**
 * The invoice after an edit: amounts of the lines touched and all totals computed anew, the revision counted up.
 * `at`: UTC instant. Throws a sentence if the edit names a line that the invoice does not have.
 */
export function edited(invoice: StoredInvoice, edit: InvoiceEdit, at: string): StoredInvoice {
  const changes = new Map((edit.lines ?? []).map(line => [line.id, line]))
  const lines = invoice.lines.map((line): InvoiceLine => {
    const change = changes.get(line.id)
    if (!changes.delete(line.id) || !change) return line
    const quantity = between(change.quantity ?? line.quantity, 3)
    const unitPrice = between(change.unitPrice ?? line.unitPrice, 4)
    if (quantity === line.quantity && unitPrice === line.unitPrice) return line
    const touched = { ...line, quantity, unitPrice }
    return { ...touched, amount: lineAmount(touched) }
  })
  const [unknown] = changes.keys()
  if (unknown !== undefined) throw new Error(`The invoice has no line ${unknown}`)
  const sameLines = lines.every((line, index) => line === invoice.lines[index])
  return {
    ...invoice,
    invoiceNo: edit.invoiceNo ?? invoice.invoiceNo,
    date: edit.date ?? invoice.date,
    lines,
    ...(sameLines ? {} : totalsOf({ ...invoice, lines })),
    updatedAt: at,
    revision: invoice.revision + 1,
  }
}
