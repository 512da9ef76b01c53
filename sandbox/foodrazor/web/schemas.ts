import { z } from 'zod'

const named = z.object({ id: z.string(), name: z.string() })
const mode = z.enum(['MANUAL', 'PRODUCT_GROUPS_REQUIRED', 'AUTOMATIC'])

export const Session = z.object({ user: named.extend({ role: z.string() }), group: named })
export type Session = z.infer<typeof Session>

export const Outlets = z.object({
  outlets: z.array(
    named.extend({
      currency: z.string(),
      integration: z.object({ provider: z.string(), status: z.string(), orderExportMode: mode }),
    }),
  ),
})
export type Outlet = z.infer<typeof Outlets>['outlets'][number]

const ExportStatus = z.enum(['READY', 'EXPORTED', 'MISSING_PRODUCT_GROUP', 'FAILED'])
export type ExportStatus = z.infer<typeof ExportStatus>

export const ListedInvoice = z.object({
  id: z.string(),
  invoiceNo: z.string(),
  supplier: named,
  outlet: named,
  type: z.enum(['ORDER', 'ATTACHMENT']),
  orderStatus: z.string(),
  date: z.string(),
  total: z.string(),
  currency: z.string(),
  exportStatus: ExportStatus.nullable(),
  updatedAt: z.string(),
})
export type ListedInvoice = z.infer<typeof ListedInvoice>

export const Invoices = z.object({ total: z.number(), page: z.number(), items: z.array(ListedInvoice) })
export type Invoices = z.infer<typeof Invoices>

const Product = named.extend({ sku: z.string(), productGroup: named.nullable() })

export const Invoice = ListedInvoice.extend({
  documentType: z.enum(['INVOICE', 'CREDIT_NOTE']),
  dueDate: z.string().nullable(),
  amountsIncludeTax: z.boolean(),
  lines: z.array(
    z.object({
      id: z.string(),
      product: Product,
      description: z.string(),
      quantity: z.string(),
      unit: z.string(),
      unitPrice: z.string(),
      discount: z.string(),
      amount: z.string(),
      taxRate: z.string(),
    }),
  ),
  charges: z.array(
    z.object({ kind: z.string(), description: z.string(), amount: z.string(), taxRate: z.string() }),
  ),
  subtotal: z.string(),
  taxes: z.array(z.object({ rate: z.string(), taxable: z.string(), tax: z.string() })),
  taxTotal: z.string(),
  prepaid: z.string(),
  exportError: z.string().nullable(),
  linkedPlatforms: z.array(
    z.object({
      platform: z.string(),
      billId: z.string(),
      url: z.string(),
      state: z.string(),
      exportedAt: z.string(),
    }),
  ),
  attachments: z.array(
    z.object({ fileName: z.string(), contentType: z.string(), size: z.number(), url: z.string() }),
  ),
  revision: z.number(),
})
export type Invoice = z.infer<typeof Invoice>

export const OneInvoice = z.object({ invoice: Invoice })
export const OneListedInvoice = z.object({ invoice: ListedInvoice })
export const ExportedAll = z.object({ exported: z.number(), failed: z.number() })

const CatalogueProduct = Product.extend({ unit: z.string(), supplier: named })
export type CatalogueProduct = z.infer<typeof CatalogueProduct>
export const Products = z.object({ total: z.number(), items: z.array(CatalogueProduct) })
export const OneProduct = z.object({ product: CatalogueProduct })

export const ProductGroups = z.object({ productGroups: z.array(named.extend({ productCount: z.number() })) })
export type ProductGroup = z.infer<typeof named>
export const OneProductGroup = z.object({ productGroup: named })

export const Suppliers = z.object({ suppliers: z.array(named) })

const account = z.object({ code: z.string(), name: z.string(), type: z.string() })
export const OneIntegration = z.object({
  integration: z.object({
    provider: z.enum(['xero', 'quickbooks']),
    status: z.string(),
    organisation: z.string(),
    orderExportMode: mode,
    orderExportModes: z.array(mode),
    outlet: named,
    accountMapping: z.array(z.object({ productGroup: named, account: account.nullable() })),
    chartOfAccounts: z.array(account),
  }),
})
export type Integration = z.infer<typeof OneIntegration>['integration']

export const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
