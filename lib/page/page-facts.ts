import type { AccountCode, GroupId, InvoiceId, OutletId, ProductId } from '../domain/ids.ts'
import type { Invoice, InvoiceDetail } from '../domain/invoice.ts'
import type { Currency } from '../domain/money.ts'
import type { ExportMode } from '../domain/outlet.ts'
import type { Otherwise } from './shown-otherwise.ts'

/** What a sighting of the page told, typed and bounded; the store merges it. */
export interface PageFacts {
  outlets: { id: OutletId; name: string; currency: Currency | null; mode: ExportMode | null }[]
  invoices: Omit<Invoice, 'detail' | 'detailRevision' | 'seenAt'>[]
  /** `revision`: the invoice's revision at which the lines were read. */
  details: { invoiceId: InvoiceId; revision: string; detail: InvoiceDetail }[]
  products: {
    id: ProductId
    name: string
    supplier: string | null
    group: { id: GroupId; name: string } | null
  }[]
  /** `outletId` null: a group of the whole restaurant group. */
  groups: { outletId: OutletId | null; id: GroupId; name: string }[]
  /** The page's own mapping of an outlet's groups to accounts; null where a group has none. */
  accounts: { outletId: OutletId; groupId: GroupId; account: AccountCode | null }[]
  /** Which invoice each row of the grid is, and what it shows otherwise than the page's own data of it. */
  rows: { key: string; invoiceId: InvoiceId; otherwise?: Otherwise }[]
  /** What could not be read, in words. */
  refusals: string[]
}
