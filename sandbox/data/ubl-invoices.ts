import { createHash } from 'node:crypto'
import { groupOfWords, groups } from './product-groups.ts'
import type { Product, SandboxData, StoredInvoice, Supplier } from './sandbox-data.ts'
import type { UblDocument } from './ubl-document.ts'

const idOf = (prefix: string, ...parts: string[]) =>
  `${prefix}${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 12)}`

/**
 * Adds UBL documents to the data as completed invoices of one outlet, with their suppliers and products. Each
 * document becomes one invoice with an id of its own, whatever number it shares with another; one that is there
 * already (same file name and content) is not added twice. A product takes the group its words suggest.
 */
export function withDocuments(
  data: SandboxData,
  documents: readonly UblDocument[],
  outletId = 'outlet-3',
): SandboxData {
  const suppliers = new Map(data.suppliers.map(supplier => [supplier.id, supplier]))
  const products = new Map(data.products.map(product => [product.id, product]))
  const invoices = new Map(data.invoices.map(invoice => [invoice.id, invoice]))
  for (const document of documents) {
    const supplier = supplierOf(document)
    suppliers.set(supplier.id, supplier)
    const placed = document.lines.map(line => ({ line, product: productOf(line, supplier, document) }))
    for (const { product } of placed) products.set(product.id, product)
    const invoice = invoiceOf(document, supplier, placed, outletId)
    invoices.set(invoice.id, invoice)
  }
  return {
    ...data,
    suppliers: [...suppliers.values()],
    products: [...products.values()],
    invoices: [...invoices.values()],
  }
}

type Line = UblDocument['lines'][number]

/** Suppliers of one name with different tax numbers stay apart. */
function supplierOf({ supplier }: UblDocument): Supplier {
  return { id: idOf('sup-', supplier.name, supplier.taxId ?? ''), name: supplier.name }
}

function productOf(line: Line, supplier: Supplier, document: UblDocument): Product {
  return {
    id: idOf('prd_', supplier.id, line.product.sku, line.product.name),
    name: line.product.name,
    sku: line.product.sku,
    unit: line.unit,
    supplierId: supplier.id,
    productGroupId: groups[groupOfWords(line.product.name)].id,
    updatedAt: `${document.date}T08:00:00.000Z`,
  }
}

function invoiceOf(
  document: UblDocument,
  supplier: Supplier,
  placed: readonly { line: Line; product: Product }[],
  outletId: string,
): StoredInvoice {
  const { supplier: _, fileName, lines, ...content } = document
  const id = idOf('inv_', fileName, JSON.stringify([content, lines]))
  return {
    ...content,
    id,
    supplierId: supplier.id,
    outletId,
    type: 'ATTACHMENT',
    orderStatus: 'COMPLETED',
    lines: placed.map(({ line: { product: named, ...line }, product }, index) => ({
      ...line,
      description: line.description || named.name,
      id: `${id}-${index + 1}`,
      productId: product.id,
    })),
    exportError: null,
    linkedPlatforms: [],
    fileName,
    updatedAt: `${document.date}T08:00:00.000Z`,
    revision: 1,
  }
}
