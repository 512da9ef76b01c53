import { z } from 'zod'
import { Assessment, Status } from './domain/assessment.ts'
import { Fix } from './domain/fix.ts'
import { AccountCode, ContactId, GroupId, InvoiceId, OutletId, ProductId, SupplierId } from './domain/ids.ts'
import { Instant, LocalDate } from './domain/instant.ts'
import { CloudStatus, InvoiceDetail } from './domain/invoice.ts'
import { ProductGroup } from './domain/mapping.ts'
import { Currency, Money } from './domain/money.ts'
import { Exporter, ExportMode } from './domain/outlet.ts'

/**
 * The runtime messages: one schema per message, the types inferred from it. The receiver parses what it
 * gets (a content script lives in a page we do not own); the sender of each is checked by channel.ts.
 */

/** What the page tells of its invoices, outlets and products: grid and feed merged. Every list may be empty. */
export const PageFacts = z.object({
  origin: z.url(),
  outlets: z.array(
    z.object({ id: OutletId, name: z.string(), currency: Currency.nullable(), mode: ExportMode.nullable() }),
  ),
  invoices: z.array(
    z.object({
      id: InvoiceId,
      outletId: OutletId,
      number: z.string(),
      supplier: z.object({ id: SupplierId, name: z.string() }),
      type: z.enum(['order', 'attachment']),
      completed: z.boolean(),
      date: LocalDate,
      currency: Currency,
      total: Money,
      cloud: CloudStatus,
      revision: z.string(),
    }),
  ),
  details: z.array(z.object({ invoiceId: InvoiceId, revision: z.string(), detail: InvoiceDetail })),
  products: z.array(
    z.object({
      id: ProductId,
      name: z.string(),
      supplier: z.string().nullable(),
      group: ProductGroup.nullable(),
    }),
  ),
  groups: z.array(ProductGroup),
  /** Things the reader met and could not parse, in words, for the diagnosis. */
  refusals: z.array(z.string()).max(50),
})
export type PageFacts = z.infer<typeof PageFacts>

/** One invoice as the overlay shows it. `groups` and `accounts` (for the card's pickers) are asked separately. */
export const AssessedInvoice = z.object({
  id: InvoiceId,
  outletId: OutletId,
  number: z.string(),
  supplier: z.string(),
  total: Money,
  currency: Currency,
  exporter: Exporter,
  assessment: Assessment,
})
export type AssessedInvoice = z.infer<typeof AssessedInvoice>

/** Counts over all invoices of the outlets asked for; `progress` while an export runs. */
export const Summary = z.object({
  counts: z.partialRecord(Status, z.number().int()),
  /** How many products, all in all, wait for a group. */
  unassigned: z.number().int(),
  /** Ready invoices that Clearcloud itself would export. */
  exportable: z.number().int(),
  retryable: z.number().int(),
  progress: z
    .object({ done: z.number().int(), failed: z.number().int(), total: z.number().int() })
    .nullable(),
  banner: z.enum(['none', 'not-signed-in', 'reconnect', 'server-unreachable', 'storage-full']),
})
export type Summary = z.infer<typeof Summary>

/** How every request ends: done, or a sentence for the person who clicked. */
export const Outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), said: z.string().nullable() }),
  z.object({ ok: z.literal(false), problem: z.string() }),
])
export type Outcome = z.infer<typeof Outcome>

/** What the side panel opens on. */
export const PanelTarget = z.object({
  tab: z.enum(['products', 'accounts', 'failures', 'activity']),
  outletId: OutletId.nullable(),
  productIds: z.array(ProductId),
  groupIds: z.array(GroupId),
  invoiceId: InvoiceId.nullable(),
})
export type PanelTarget = z.infer<typeof PanelTarget>

const scope = z.object({ outletIds: z.array(OutletId).nullable(), invoiceIds: z.array(InvoiceId).nullable() })

/** To the background. What each answers stands in `Replies`. */
export const requests = {
  /** content → background: merged into the store; unchanged facts write nothing. */
  'page-seen': PageFacts,
  /** content → background: the assessments of these invoices. */
  assessments: z.object({ invoiceIds: z.array(InvoiceId).max(20_000) }),
  summary: z.object({ outletIds: z.array(OutletId).nullable() }),
  /** content → background: groups and accounts for the card's pickers. */
  choices: z.object({ outletId: OutletId }),
  fix: z.object({ fix: Fix }),
  'export-ready': scope,
  'retry-failed': scope,
  'cancel-exports': z.object({}),
  'assign-group': z.object({ outletId: OutletId, productIds: z.array(ProductId).min(1), groupId: GroupId }),
  'map-account': z.object({ outletId: OutletId, groupId: GroupId, account: AccountCode.nullable() }),
  'create-group': z.object({ outletId: OutletId, name: z.string().trim().min(1).max(200) }),
  'link-contact': z.object({ outletId: OutletId, supplierId: SupplierId, contactId: ContactId.nullable() }),
  undo: z.object({ activityId: z.number().int() }),
  /** Must stay the first synchronous thing in its handler (facts/extension.md, the side panel). */
  'open-panel': PanelTarget,
  'sign-in': z.object({}),
  'sign-out': z.object({}),
  'set-server': z.object({ url: z.url() }),
  'set-outlet': z.object({
    outletId: OutletId,
    exporter: Exporter.optional(),
    mode: ExportMode.optional(),
    connectionId: z.string().nullable().optional(),
    defaultAccount: AccountCode.nullable().optional(),
    tracking: z.object({ category: z.string(), option: z.string() }).nullable().optional(),
  }),
  'refresh-lists': z.object({ outletId: OutletId }),
  'erase-data': z.object({}),
  'import-data': z.object({ text: z.string() }),
  'export-data': z.object({}),
} as const

export type RequestName = keyof typeof requests
export type RequestOf<N extends RequestName> = z.infer<(typeof requests)[N]>

export const Choices = z.object({
  groups: z.array(ProductGroup),
  accounts: z.array(z.object({ code: AccountCode, name: z.string(), type: z.string() })),
})
export type Choices = z.infer<typeof Choices>

/** What each request answers; all others answer an `Outcome`. */
export interface Replies {
  assessments: AssessedInvoice[]
  summary: Summary
  choices: Choices
  'create-group': Outcome & { group?: ProductGroup }
  'export-data': { text: string }
}
export type ReplyTo<N extends RequestName> = N extends keyof Replies ? Replies[N] : Outcome

/** From the background to the content scripts of open pages. */
export const notices = {
  /** These invoices' assessments changed. */
  assessed: z.object({ items: z.array(AssessedInvoice), at: Instant }),
  /** Read these invoices' details by the profile's detail request: answers come as `page-seen`. */
  'read-details': z.object({ invoiceIds: z.array(InvoiceId) }),
  /** Press the page's own control for this invoice; only ever after a person's click. */
  'press-control': z.object({ invoiceId: InvoiceId, action: z.enum(['export', 'retry']) }),
  /** Set a product's group in Foodrazor by the profile's request; only ever after a person's click. */
  'set-product-group': z.object({ productIds: z.array(ProductId).min(1), groupId: GroupId }),
  'summary-changed': z.object({}),
} as const

export type NoticeName = keyof typeof notices
export type NoticeOf<N extends NoticeName> = z.infer<(typeof notices)[N]>
