import { z } from 'zod'
import { BillId, GroupId, InvoiceId, OutletId, ProductId, SupplierId } from './ids.ts'
import { Instant, LocalDate } from './instant.ts'
import { Currency, Money, Percent, Quantity } from './money.ts'

/** What the page's own cloud says (facts/foodrazor.md); `unknown` where the reader would have to guess. */
export const CloudStatus = z.enum(['ready', 'exported', 'missing-product-group', 'failed', 'none', 'unknown'])
export type CloudStatus = z.infer<typeof CloudStatus>

/** A product as an invoice names it. `group` is the one that Foodrazor itself knows, where its JSON told. */
export const InvoiceProduct = z.object({
  id: ProductId,
  name: z.string().max(2000),
  group: z.object({ id: GroupId, name: z.string() }).nullable(),
})
export type InvoiceProduct = z.infer<typeof InvoiceProduct>

/** One line. `amount` is the line's total as printed, after line discounts, in the invoice's amount type. */
export const InvoiceLine = z.object({
  id: z.string().min(1),
  product: InvoiceProduct.nullable(),
  description: z.string().max(4000),
  quantity: Quantity,
  unitPrice: Money,
  amount: Money,
  taxRate: Percent,
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const ChargeKind = z.enum(['charge', 'allowance', 'delivery', 'deposit', 'rounding'])
export type ChargeKind = z.infer<typeof ChargeKind>

/** A charge (positive) or allowance (negative) on the whole invoice. */
export const InvoiceCharge = z.object({
  kind: ChargeKind,
  description: z.string().max(4000),
  amount: Money,
  taxRate: Percent,
})
export type InvoiceCharge = z.infer<typeof InvoiceCharge>

export const InvoiceTax = z.object({ rate: Percent, taxable: Money, tax: Money })
export type InvoiceTax = z.infer<typeof InvoiceTax>

/** What an invoice says in full; known once its detail has been read. All amounts in the invoice's currency. */
export const InvoiceDetail = z.object({
  document: z.enum(['invoice', 'credit-note']),
  dueDate: LocalDate.nullable(),
  amountsIncludeTax: z.boolean(),
  lines: z.array(InvoiceLine),
  charges: z.array(InvoiceCharge),
  taxes: z.array(InvoiceTax),
  subtotal: Money,
  taxTotal: Money,
  total: Money,
  exportError: z.string().nullable(),
  /** The bill that Foodrazor's own integration made, from Linked Platforms. */
  linkedBill: z.object({ billId: BillId, url: z.string().nullable() }).nullable(),
  /** The document itself, at its full address on the page's own origin; goes along with the bill. */
  file: z
    .object({
      name: z.string().min(1).max(255),
      url: z.url(),
      /** Absent where the page does not tell it. */
      bytes: z.number().int().nonnegative().optional(),
    })
    .nullable()
    .default(null),
})
export type InvoiceDetail = z.infer<typeof InvoiceDetail>

/** What the list showed otherwise than the page's own data has it (null where they agree), and when. */
export const InvoiceShown = z.object({
  number: z.string().nullable(),
  supplier: z.string().nullable(),
  date: LocalDate.nullable(),
  total: z.object({ amount: Money, currency: Currency }).nullable(),
  at: Instant,
})
export type InvoiceShown = z.infer<typeof InvoiceShown>

/** An invoice as far as the page has told it. The list tells all but `detail`. */
export const Invoice = z.object({
  id: InvoiceId,
  outletId: OutletId,
  number: z.string().max(255),
  supplier: z.object({
    id: SupplierId,
    name: z.string().max(2000),
    /** Absent where the page does not tell it. */
    taxNumber: z.string().max(50).optional(),
  }),
  type: z.enum(['order', 'attachment']),
  completed: z.boolean(),
  date: LocalDate,
  currency: Currency,
  total: Money,
  /** The page's own cloud, as last read. */
  cloud: CloudStatus,
  detail: InvoiceDetail.nullable(),
  /** The revision at which `detail` was read; another than `revision` means that it is stale. */
  detailRevision: z.string().nullable(),
  /** Changes whenever the host says that the invoice was changed; tells a stale detail from a fresh one. */
  revision: z.string(),
  seenAt: Instant,
  /** Absent where list and data agree. */
  shown: InvoiceShown.optional(),
})
export type Invoice = z.infer<typeof Invoice>

/** The detail if it was read at the invoice's present revision; null when unknown or stale. */
export function freshDetail(invoice: Invoice): InvoiceDetail | null {
  return invoice.detailRevision === invoice.revision ? invoice.detail : null
}
