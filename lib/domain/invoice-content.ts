import { contentHash } from './content-hash.ts'
import type { ContentHash } from './ids.ts'
import type { Invoice } from './invoice.ts'

/**
 * The hash of what an invoice says: of everything that its bill repeats, and of nothing else, so that
 * a new mapping or a new reading of the same page is no edit.
 * @throws if the invoice's lines are not known.
 */
export function invoiceContent(invoice: Invoice): ContentHash {
  const { detail } = invoice
  if (detail === null) throw new Error(`The lines of invoice ${invoice.number} are not known yet`)
  return contentHash({
    number: invoice.number,
    supplier: invoice.supplier.id,
    date: invoice.date,
    dueDate: detail.dueDate,
    document: detail.document,
    currency: invoice.currency,
    amountsIncludeTax: detail.amountsIncludeTax,
    total: detail.total,
    lines: detail.lines.map(line => ({
      product: line.product?.id ?? null,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      amount: line.amount,
      taxRate: line.taxRate,
    })),
    charges: detail.charges,
    taxes: detail.taxes,
  })
}
