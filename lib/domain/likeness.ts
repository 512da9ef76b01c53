import { z } from 'zod'
import type { Bill } from './bill.ts'
import { BillId, InvoiceId } from './ids.ts'
import { LocalDate } from './instant.ts'
import type { Invoice } from './invoice.ts'
import { Currency, Money } from './money.ts'

/** What a person compares two documents by. */
const Look = z.object({
  number: z.string(),
  supplier: z.string(),
  date: LocalDate.nullable(),
  total: Money,
  currency: Currency,
})

/** An invoice, and what stands beside it and may be the same. */
export const Likeness = z.object({
  invoice: Look,
  others: z
    .array(
      z.discriminatedUnion('is', [
        Look.extend({ is: z.literal('invoice'), id: InvoiceId, inBooks: z.boolean() }),
        Look.extend({ is: z.literal('bill'), id: BillId, url: z.string() }),
      ]),
    )
    .min(1),
})
export type Likeness = z.infer<typeof Likeness>

/** Another invoice of the outlet that may be the same one, as the store found it. */
export interface Twin {
  invoice: Invoice
  /** A bill of it stands in the ledger. */
  inBooks: boolean
}

/** An invoice beside the invoices that look like it. */
export function likeInvoices(invoice: Invoice, twins: readonly Twin[]): Likeness {
  return {
    invoice: lookOf(invoice),
    others: twins.map(({ invoice: other, inBooks }) => ({
      is: 'invoice',
      id: other.id,
      inBooks,
      ...lookOf(other),
    })),
  }
}

/** An invoice beside the bills that look like its own. */
export function likeBills(invoice: Invoice, bills: readonly Bill[]): Likeness {
  return {
    invoice: lookOf(invoice),
    others: bills.map(({ id, url, number, contact, date, total, currency }) => ({
      is: 'bill',
      id,
      url,
      number,
      supplier: contact.name,
      date,
      total,
      currency,
    })),
  }
}

function lookOf({ number, supplier, date, total, currency, detail }: Invoice): z.infer<typeof Look> {
  return { number, supplier: supplier.name, date, total: detail?.total ?? total, currency }
}
