import type { Outlet, Product, StoredInvoice } from '#sandbox/data/sandbox-data.ts'
import { modesOf } from './cloud.ts'
import { fileNameOf, invoiceFile } from './invoice-file.ts'
import type { Store } from './store.ts'

/** An invoice as the list carries it: no line items. */
export function listedInvoice(store: Store, invoice: StoredInvoice) {
  const outlet = store.outletOf(invoice)
  return {
    id: invoice.id,
    invoiceNo: invoice.invoiceNo,
    supplier: store.supplierOf(invoice),
    outlet: { id: outlet.id, name: outlet.name },
    type: invoice.type,
    orderStatus: invoice.orderStatus,
    date: invoice.date,
    total: invoice.total,
    currency: invoice.currency,
    exportStatus: store.cloudOf(invoice),
    updatedAt: invoice.updatedAt,
  }
}
export type ListedInvoice = ReturnType<typeof listedInvoice>

/** An invoice in full. */
export function fullInvoice(store: Store, invoice: StoredInvoice) {
  return {
    ...listedInvoice(store, invoice),
    documentType: invoice.documentType,
    dueDate: invoice.dueDate,
    amountsIncludeTax: invoice.amountsIncludeTax,
    lines: invoice.lines.map(({ productId, ...line }) => {
      const product = store.productOf({ productId })
      const { id, name, sku } = product
      return { ...line, product: { id, name, sku, productGroup: store.groupOf(product) } }
    }),
    charges: invoice.charges,
    subtotal: invoice.subtotal,
    taxes: invoice.taxes,
    taxTotal: invoice.taxTotal,
    prepaid: invoice.prepaid,
    exportError: invoice.exportError,
    linkedPlatforms: invoice.linkedPlatforms,
    attachments: attachmentsOf(store, invoice),
    revision: invoice.revision,
  }
}
export type FullInvoice = ReturnType<typeof fullInvoice>

function attachmentsOf(store: Store, invoice: StoredInvoice) {
  const fileName = fileNameOf(invoice)
  if (fileName === null) return []
  const size = invoiceFile(invoice, store.supplierOf(invoice).name).byteLength
  return [{ fileName, contentType: 'application/pdf', size, url: `/api/v1/invoices/${invoice.id}/file` }]
}

/** A catalogue product. */
export function listedProduct(store: Store, product: Product) {
  const { id, name, sku, unit, updatedAt } = product
  return {
    id,
    name,
    sku,
    unit,
    supplier: store.supplierOf(product),
    productGroup: store.groupOf(product),
    updatedAt,
  }
}
export type ListedProduct = ReturnType<typeof listedProduct>

export function listedOutlet({ id, name, currency, integration }: Outlet) {
  const { provider, status, orderExportMode } = integration
  return { id, name, currency, integration: { provider, status, orderExportMode } }
}
export type ListedOutlet = ReturnType<typeof listedOutlet>

/** An outlet's integration, with the modes that its software offers, and each product group and the account that it is mapped to. */
export function fullIntegration(store: Store, outlet: Outlet) {
  const { accounts, ...integration } = outlet.integration
  const account = (code: string | undefined) =>
    integration.chartOfAccounts.find(candidate => candidate.code === code) ?? null
  return {
    ...integration,
    orderExportModes: modesOf[integration.provider],
    outlet: { id: outlet.id, name: outlet.name },
    accountMapping: [...store.productGroups.values()].map(productGroup => ({
      productGroup,
      account: account(accounts[productGroup.id]),
    })),
  }
}
export type FullIntegration = ReturnType<typeof fullIntegration>
