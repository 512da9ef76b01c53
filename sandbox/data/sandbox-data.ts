import { z } from 'zod'

/** An amount, quantity or rate as a decimal string. */
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'a decimal such as 12.50')
const date = z.iso.date()
const instant = z.iso.datetime()
const id = z.string().min(1).max(100)

export const OrderExportMode = z.enum(['MANUAL', 'PRODUCT_GROUPS_REQUIRED', 'AUTOMATIC'])
export type OrderExportMode = z.infer<typeof OrderExportMode>

export const Supplier = z.object({ id, name: z.string().min(1).max(500) })
export type Supplier = z.infer<typeof Supplier>

export const ProductGroup = z.object({ id, name: z.string().min(1).max(200) })
export type ProductGroup = z.infer<typeof ProductGroup>

/** The accounting software of an outlet, and what Linked Platforms calls it. */
export const Provider = z.enum(['xero', 'quickbooks'])
export type Provider = z.infer<typeof Provider>
export const platforms = { xero: 'Xero', quickbooks: 'QuickBooks Online' } as const satisfies Record<
  Provider,
  string
>

/** An account of the ledger's chart, as the outlet's integration knows it. */
export const ChartAccount = z.object({ code: z.string().min(1).max(10), name: z.string(), type: z.string() })
export type ChartAccount = z.infer<typeof ChartAccount>

/** An outlet's connection to its accounting software. `accounts`: product group id → account code. */
export const Integration = z.object({
  provider: Provider,
  status: z.enum(['CONNECTED', 'DISCONNECTED']),
  organisation: z.string(),
  orderExportMode: OrderExportMode,
  accounts: z.record(id, z.string()),
  chartOfAccounts: z.array(ChartAccount),
})
export type Integration = z.infer<typeof Integration>

export const Outlet = z.object({
  id,
  name: z.string().min(1),
  currency: z.string().length(3),
  integration: Integration,
})
export type Outlet = z.infer<typeof Outlet>

/** A catalogue product. Its group belongs to the whole restaurant group, not to one outlet. */
export const Product = z.object({
  id,
  name: z.string().min(1).max(2000),
  sku: z.string(),
  unit: z.string(),
  supplierId: id,
  productGroupId: id.nullable(),
  updatedAt: instant,
})
export type Product = z.infer<typeof Product>

/**
 * A line. `amount` = quantity × unit price, rounded to cents, less `discount` (a discount per line; negative
 * for a surcharge). `taxRate` in percent.
 */
export const InvoiceLine = z.object({
  id,
  productId: id,
  description: z.string(),
  quantity: decimal,
  unit: z.string(),
  unitPrice: decimal,
  discount: decimal,
  amount: decimal,
  taxRate: decimal,
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const ChargeKind = z.enum(['CHARGE', 'ALLOWANCE', 'DELIVERY', 'DEPOSIT', 'ROUNDING'])

/** A charge (positive) or allowance (negative) on the whole invoice. ROUNDING stands after tax. */
export const InvoiceCharge = z.object({
  kind: ChargeKind,
  description: z.string(),
  amount: decimal,
  taxRate: decimal,
})
export type InvoiceCharge = z.infer<typeof InvoiceCharge>

/** Tax of one rate; `taxable` without the tax. */
export const InvoiceTax = z.object({ rate: decimal, taxable: decimal, tax: decimal })
export type InvoiceTax = z.infer<typeof InvoiceTax>

/**
 * The bill that the outlet's own integration made. `billId` is the ledger's. QuickBooks has no drafts: a bill is
 * `OPEN` there until it is paid.
 */
export const LinkedPlatform = z.object({
  platform: z.enum(Object.values(platforms)),
  billId: z.string(),
  url: z.string(),
  state: z.enum(['DRAFT', 'SUBMITTED', 'OPEN', 'AUTHORISED', 'PARTLY_PAID', 'PAID', 'VOIDED', 'DELETED']),
  exportedAt: instant,
})
export type LinkedPlatform = z.infer<typeof LinkedPlatform>

/**
 * An invoice as it is stored. Without `amountsIncludeTax`: lines + charges (ROUNDING aside) = subtotal, and
 * subtotal + taxTotal + rounding = total. With it: lines + charges = total, and subtotal = total − tax − rounding.
 * A credit note carries positive amounts. `prepaid` is part of `total` that has been paid already.
 */
export const StoredInvoice = z.object({
  id,
  invoiceNo: z.string().min(1).max(255),
  supplierId: id,
  outletId: id,
  type: z.enum(['ORDER', 'ATTACHMENT']),
  orderStatus: z.enum(['SENT', 'RECEIVING', 'COMPLETED']),
  documentType: z.enum(['INVOICE', 'CREDIT_NOTE']),
  date,
  dueDate: date.nullable(),
  currency: z.string().length(3),
  amountsIncludeTax: z.boolean(),
  lines: z.array(InvoiceLine),
  charges: z.array(InvoiceCharge),
  subtotal: decimal,
  taxes: z.array(InvoiceTax),
  taxTotal: decimal,
  total: decimal,
  prepaid: decimal,
  exportError: z.string().nullable(),
  linkedPlatforms: z.array(LinkedPlatform),
  fileName: z.string().nullable(),
  updatedAt: instant,
  revision: z.int().positive(),
})
export type StoredInvoice = z.infer<typeof StoredInvoice>

/** All that the look-alike starts from. Suppliers and outlets have stable ids and names. */
export const SandboxData = z.object({
  user: z.object({ id, name: z.string(), role: z.enum(['ADMIN', 'MANAGER', 'ORDERER', 'RECEIVER']) }),
  group: z.object({ id, name: z.string() }),
  outlets: z.array(Outlet),
  suppliers: z.array(Supplier),
  productGroups: z.array(ProductGroup),
  products: z.array(Product),
  invoices: z.array(StoredInvoice),
})
export type SandboxData = z.infer<typeof SandboxData>
