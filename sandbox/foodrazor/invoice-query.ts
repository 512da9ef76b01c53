import { z } from 'zod'
import type { Store } from './store.ts'
import { type ListedInvoice, listedInvoice } from './views.ts'

/** `all` asks for everything on one page. */
export const PageSize = z
  .union([z.literal('all').transform(() => 100_000), z.coerce.number().int().min(1).max(1000)])
  .default(50)

/** The list's query string; an empty value is as good as none. */
export const InvoiceQuery = z.object({
  outletId: z.string().optional(),
  sort: z.enum(['invoiceNo', 'supplier', 'type', 'date', 'total', 'exportStatus']).default('date'),
  dir: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: PageSize,
  search: z.string().max(200).default(''),
  exportStatus: z.enum(['READY', 'EXPORTED', 'MISSING_PRODUCT_GROUP', 'FAILED', 'NONE']).optional(),
})
export type InvoiceQuery = z.infer<typeof InvoiceQuery>

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const comparing: Record<InvoiceQuery['sort'], (a: ListedInvoice, b: ListedInvoice) => number> = {
  invoiceNo: (a, b) => words.compare(a.invoiceNo, b.invoiceNo),
  supplier: (a, b) => words.compare(a.supplier.name, b.supplier.name),
  type: (a, b) => words.compare(a.type, b.type),
  date: (a, b) => words.compare(a.date, b.date),
  total: (a, b) => Number(a.total) - Number(b.total),
  exportStatus: (a, b) => words.compare(a.exportStatus ?? '', b.exportStatus ?? ''),
}

/** One page of the invoices that the query asks for; ties keep the newer first, then the id. */
export function queryInvoices(store: Store, query: InvoiceQuery) {
  const sought = query.search.trim().toLowerCase()
  const found = [...store.invoices.values()]
    .filter(invoice => !query.outletId || invoice.outletId === query.outletId)
    .map(invoice => listedInvoice(store, invoice))
    .filter(item => !query.exportStatus || (item.exportStatus ?? 'NONE') === query.exportStatus)
    .filter(item => `${item.invoiceNo}\n${item.supplier.name}`.toLowerCase().includes(sought))
  const order = query.dir === 'asc' ? 1 : -1
  found.sort(
    (a, b) => order * comparing[query.sort](a, b) || b.date.localeCompare(a.date) || a.id.localeCompare(b.id),
  )
  const { page, pageSize } = query
  return { total: found.length, page, pageSize, items: found.slice((page - 1) * pageSize, page * pageSize) }
}
