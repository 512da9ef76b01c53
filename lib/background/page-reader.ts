import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { Notices, PageSeen } from '#lib/messages.ts'
import type { PageFacts } from '#lib/page/page-facts.ts'

export type PageRequest = Notices['page-requests']['requests'][number]

/** What reading a page may draw on: the outlets, and the invoices that carry a number which the page shows. */
export interface Known {
  outlets: Outlet[]
  invoices: Invoice[]
}

/** The page by its profile: what a sighting says, and the page's own requests that the profile names. */
export interface PageReader {
  read(seen: PageSeen, known: Known): PageFacts
  /** Where the invoice's lines can be read; null where the page has not told its own id of it. */
  detailUrl(invoice: Invoice): string | null
  /** Where an outlet's own mapping of groups to accounts can be read. */
  integrationUrl(outletId: OutletId): string
  setProductGroup(productId: ProductId, groupId: GroupId | null): PageRequest | null
  createProductGroup(name: string): PageRequest | null
}
