import { z } from 'zod'
import { Status } from './domain/assessment.ts'
import type { BillComparison } from './domain/bill-comparison.ts'
import { Fix } from './domain/fix.ts'
import { AccountCode, ContactId, GroupId, InvoiceId, OutletId, ProductId, SupplierId } from './domain/ids.ts'
import { CloudStatus } from './domain/invoice.ts'
import { ProductGroup } from './domain/mapping.ts'
import { Currency, Money } from './domain/money.ts'
import { Exporter, ExportMode, LedgerKind } from './domain/outlet.ts'
import { PostingChange } from './domain/posting.ts'
import type { Preview } from './domain/preview.ts'
import { Shortcuts } from './domain/shortcuts.ts'
import type { Feature, PageProfile } from './page/profile.ts'
import { PageTables } from './page/tables/page-tables.ts'
import { Taught } from './page/taught.ts'

/**
 * The runtime messages: one schema per message, the types inferred from it. The receiver parses what it
 * gets (a content script lives in a page we do not own); the sender of each is checked by channel.ts.
 */

/** What it is, where it was seen (in words), and what it says: a name, a sign, a picture or a colour of CSS. */
export const CloudClue = z.tuple([
  z.enum(['sign', 'name', 'picture', 'colour']),
  z.string().max(60),
  z.string().max(2000),
])
export type CloudClue = z.infer<typeof CloudClue>

/** One row of the page's grid, as read; `key` is the row's identity on that page. */
export const RowSeen = z.object({
  key: z.string().max(2000),
  number: z.string().max(500),
  supplier: z.string().max(2000),
  type: z.string().max(200),
  /** As the page writes it; the reading may be left to the worker (null). */
  date: z.object({ text: z.string().max(100), day: z.string().nullable() }),
  total: z.object({
    text: z.string().max(100),
    amount: z.string().nullable(),
    currency: z.string().nullable(),
  }),
  cloud: z.object({
    status: CloudStatus,
    confidence: z.number().min(0).max(1),
    evidence: z.array(z.string().max(300)).max(20),
    /** What was seen of a cloud that has no words: the worker judges it, which costs the page nothing. */
    clues: z.array(CloudClue).max(40).optional(),
  }),
  /** It is out of sight: it is kept like all others, and nothing is answered about it. */
  aside: z.literal(true).optional(),
})
export type RowSeen = z.infer<typeof RowSeen>

/**
 * What a content script saw since it last told: rows of the grid and JSON answers of the page itself,
 * raw. The background reads them by the profile, so that parsing costs the page nothing.
 */
export const PageSeen = z.object({
  origin: z.url(),
  /** What the page's outlet filter shows, if it has one. */
  outletShown: z.string().max(500).nullable(),
  /** The page's own language (BCP 47), for month names and the order of day and month. */
  language: z.string().max(100).optional(),
  rows: z.array(RowSeen).max(20_000),
  answers: z.array(z.object({ url: z.string().max(4000), json: z.unknown() })).max(200),
  /** What a page shows that is no list of invoices: one of an invoice, of the products, of an integration. */
  tables: PageTables.optional(),
})
export type PageSeen = z.infer<typeof PageSeen>

/** An assessment put into words, ready to be shown as text. */
export const AssessmentWords = z.object({
  /** `Missing product group`; begins the accessible name of our mark. */
  status: z.string(),
  /** One sentence: the first reason. */
  headline: z.string(),
  /** Further sentences: what it means here, and what to do. */
  says: z.array(z.string()),
  /** The system's own words, one click away. */
  raw: z.string().nullable(),
  fixes: z.array(
    z.object({
      fix: Fix,
      label: z.string(),
      primary: z.boolean(),
      /** What will happen, told before it does; null where a press may act at once. */
      asks: z.string().nullable(),
      /** What to tell whoever can mend it; null where the fix is to be pressed here. */
      note: z.string().nullable(),
    }),
  ),
})
export type AssessmentWords = z.infer<typeof AssessmentWords>

/** One invoice as the overlay shows it. */
export const AssessedInvoice = z.object({
  id: InvoiceId,
  outletId: OutletId,
  number: z.string(),
  supplier: z.string(),
  total: Money,
  currency: Currency,
  exporter: Exporter,
  status: Status,
  /** It is ready, and the ledger would refuse it as it is. */
  wouldFail: z.boolean(),
  words: AssessmentWords,
})
export type AssessedInvoice = z.infer<typeof AssessedInvoice>

/** The answer to `page-seen`: which invoice each row in sight is, and which details are worth reading, in order. */
export interface PageAnswer {
  rows: { key: string; invoice: AssessedInvoice }[]
  /** The page's own answers told these invoices, clouds too: its other rows need not be read before they are seen. */
  isFed: boolean
  unread: { invoiceId: InvoiceId; url: string }[]
  /** Further addresses of the page whose answers tell more, such as an outlet's own mapping; read once a visit. */
  alsoRead: string[]
  problem: string | null
}

/** How a page is to be read. The worker answers at once, by what it has: the page must not wait for a network. */
export interface PageSetup {
  /** Null where no profile is for this page: it is left alone. */
  profile: PageProfile | null
  /** What is switched off in this version of the extension. */
  off: readonly Feature[]
  /** The same as a sentence for the bar; null where nothing is. */
  says: string | null
  shortcuts: Shortcuts
}

/** What a page showed was not kept, and why: it is to be told again. */
export interface PageRefusal {
  refused: string
}

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

/**
 * What the side panel opens on; `preview` is what `invoiceId` would post, `invoices` the ones that a number
 * counted: of these statuses, and waiting for these products or groups where it names any.
 */
export const PanelTarget = z.object({
  tab: z.enum(['products', 'accounts', 'failures', 'activity', 'preview', 'invoices']),
  outletId: OutletId.nullable(),
  productIds: z.array(ProductId),
  groupIds: z.array(GroupId),
  invoiceId: InvoiceId.nullable(),
  /** What the number that was clicked counted; on `products`, only what blocks an invoice is shown then. */
  statuses: z.array(Status).optional(),
})
export type PanelTarget = z.infer<typeof PanelTarget>

const scope = z.object({ outletIds: z.array(OutletId).nullable(), invoiceIds: z.array(InvoiceId).nullable() })

/** To the background. What each answers stands in `Replies`. */
export const requests = {
  /** content → background: how the page at this origin is read; asked before anything of it is. */
  'page-profile': z.object({ origin: z.url() }),
  /** content → background: merged into the store; unchanged facts write nothing. */
  'page-seen': PageSeen,
  /** content → background: the assessments of these invoices. */
  assessments: z.object({ invoiceIds: z.array(InvoiceId).max(20_000) }),
  summary: z.object({ outletIds: z.array(OutletId).nullable() }),
  /** content → background: the first of the invoices that the summary counts, oldest first. */
  listed: z.object({ outletIds: z.array(OutletId).nullable(), status: Status }),
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
  /** An invoice beside the bill that stands for it, as the ledger has it now. */
  compare: z.object({ invoiceId: InvoiceId }),
  /** What an invoice would post now, and what would stop it. */
  preview: z.object({ invoiceId: InvoiceId }),
  /** Runs a script of ours in the page that asks: what few pages need comes with the first need of it. */
  'load-script': z.object({ name: z.enum(['card', 'errands']) }),
  /** Signs in with a ledger, or connects it for who is signed in; without one: what has ended, or the last. */
  /** `outletIds`: those in sight, whose ended connections come first; absent or null for all. */
  'sign-in': z.object({ ledger: LedgerKind.optional(), outletIds: z.array(OutletId).nullable().optional() }),
  'sign-out': z.object({}),
  'set-server': z.object({ url: z.url() }),
  'set-outlet': z.object({
    outletId: OutletId,
    exporter: Exporter.optional(),
    mode: ExportMode.optional(),
    connectionId: z.string().nullable().optional(),
    defaultAccount: AccountCode.nullable().optional(),
    tracking: z.object({ category: z.string(), option: z.string() }).nullable().optional(),
    posting: PostingChange.optional(),
  }),
  'refresh-lists': z.object({ outletId: OutletId }),
  'set-shortcuts': z.object({ shortcuts: Shortcuts }),
  'open-options': z.object({}),
  /** Begins a lesson on the page of Foodrazor that was looked at last. */
  teach: z.object({}),
  /** content → background: what the lesson that was begun there taught. */
  'keep-taught': z.object({ taught: Taught }),
  'forget-taught': z.object({}),
  'import-taught': z.object({ text: z.string() }),
  /** What is found on the page of Foodrazor that was looked at last, and with what evidence. */
  diagnose: z.object({}),
  'erase-data': z.object({}),
  'import-data': z.object({ text: z.string() }),
  'export-data': z.object({}),
} as const

export type RequestName = keyof typeof requests
export type RequestOf<N extends RequestName> = z.infer<(typeof requests)[N]>

/** An invoice beside its bill, with the names of the accounts, so that a person can read it. */
export interface Compared {
  ok: true
  comparison: BillComparison
  accounts: Record<string, string>
}

export const Choices = z.object({
  groups: z.array(ProductGroup),
  accounts: z.array(z.object({ code: AccountCode, name: z.string(), type: z.string() })),
})
export type Choices = z.infer<typeof Choices>

/** What each request answers; all others answer an `Outcome`. */
export interface Replies {
  'page-profile': PageSetup | { ok: false; problem: string }
  'page-seen': PageAnswer | PageRefusal
  assessments: AssessedInvoice[]
  summary: Summary
  listed: AssessedInvoice[]
  choices: Choices
  compare: Compared | { ok: false; problem: string }
  preview: { ok: true; preview: Preview } | { ok: false; problem: string }
  'create-group': Outcome & { group?: ProductGroup }
  'export-data': { text: string }
  diagnose: { ok: true; report: string } | { ok: false; problem: string }
}
export type ReplyTo<N extends RequestName> = N extends keyof Replies ? Replies[N] : Outcome

/**
 * From the background to the content scripts of open pages: types alone, because the receiver checks that
 * the sender is our own worker, and a schema library would outweigh the rest of the content script.
 */
export interface Notices {
  /** These invoices' assessments changed. */
  assessed: { items: AssessedInvoice[] }
  /** Read these details by the profile's detail request, in this order; answers come as `page-seen`. */
  'read-details': { unread: { invoiceId: InvoiceId; url: string }[] }
  /** Press the page's own control on this row; only ever after a person's click. */
  'press-control': { invoiceId: InvoiceId; number: string; action: 'export' | 'retry' }
  /** Bring this invoice's row into sight, and the focus to its mark. */
  'show-invoice': { invoiceId: InvoiceId; number: string }
  /** Make these requests of the profile in the page's session; only ever after a person's click. */
  'page-requests': { requests: { method: 'PATCH' | 'POST' | 'PUT'; url: string; body: unknown }[] }
  'summary-changed': Record<string, never>
  /** There is another profile: the page is to be read anew, as if it had just been opened. */
  'profile-changed': Record<string, never>
}

export type NoticeName = keyof Notices
