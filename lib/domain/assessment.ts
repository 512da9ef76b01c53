import { z } from 'zod'
import { Bill, BillState } from './bill.ts'
import { BillEdit } from './drift.ts'
import { Failure } from './failure.ts'
import { Fix } from './fix.ts'
import { GroupId, ProductId } from './ids.ts'
import { Instant, LocalDate } from './instant.ts'
import { CloudStatus } from './invoice.ts'
import { Likeness } from './likeness.ts'
import { Currency, Money } from './money.ts'
import { LedgerKind } from './outlet.ts'

/** DESIGN.md's seven, and what we say when the page's cloud cannot be read. */
export const Status = z.enum([
  'not-completed',
  'ready',
  'missing-product-group',
  'missing-account',
  'exporting',
  'exported',
  'failed',
  'not-recognised',
])
export type Status = z.infer<typeof Status>

const Both = <Shape extends z.ZodType>(shape: Shape) => z.object({ shown: shape, told: shape }).nullable()

/** Why an invoice has its status, as data; `wording.ts` puts it into words. */
export const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-completed') }),
  /** Nothing more is known than the page's own cloud. */
  z.object({ kind: z.literal('page-says'), cloud: CloudStatus }),
  z.object({ kind: z.literal('lines-unread') }),
  z.object({
    kind: z.literal('products-without-group'),
    products: z.array(z.object({ id: ProductId, name: z.string() })),
  }),
  z.object({
    kind: z.literal('groups-without-account'),
    groups: z.array(z.object({ id: GroupId, name: z.string() })),
  }),
  /** Yellow, every product has a group: then a group has no account (facts/foodrazor.md). */
  z.object({ kind: z.literal('account-gap-unknown') }),
  z.object({ kind: z.literal('nothing-missing'), mode: z.enum(['by-itself', 'by-hand']) }),
  z.object({ kind: z.literal('not-connected') }),
  /** The ledger knows no drafts: exporting changes the books. */
  z.object({ kind: z.literal('posts-at-once') }),
  z.object({ kind: z.literal('queued') }),
  z.object({ kind: z.literal('sent') }),
  z.object({ kind: z.literal('checking'), since: Instant }),
  z.object({
    kind: z.literal('waiting'),
    why: z.enum(['rate-limit', 'server-unreachable', 'reconnect', 'sign-in']),
    until: Instant.nullable(),
  }),
  z.object({ kind: z.literal('bill-stands'), bill: Bill, linked: z.boolean() }),
  /** Exported by Foodrazor before the outlet was switched over; our look-up of its bill is still to come. */
  z.object({ kind: z.literal('not-linked-yet') }),
  z.object({ kind: z.literal('edited-since'), billState: BillState }),
  z.object({ kind: z.literal('difference-accepted') }),
  /** People changed the bill in the ledger since its export. */
  z.object({
    kind: z.literal('edited-in-ledger'),
    ledger: LedgerKind.nullable(),
    edits: z.array(BillEdit).min(1),
  }),
  /** The invoice was edited, and so was its draft: nothing of either is replaced unasked. */
  z.object({ kind: z.literal('edited-both'), ledger: LedgerKind.nullable() }),
  /** What the invoice says beyond its bill stands as bills of their own; one that is gone says nothing. */
  z.object({ kind: z.literal('corrected'), corrections: z.array(Bill).min(1) }),
  /** The bill's day is locked, so that the draft can never be approved. */
  z.object({ kind: z.literal('behind-lock-date'), ledger: LedgerKind.nullable(), lockedUntil: LocalDate }),
  z.object({ kind: z.literal('bill-gone'), billState: BillState }),
  z.object({ kind: z.literal('refused'), failure: Failure }),
  /** The bill stands, and the file that came with the invoice does not lie beside it. */
  z.object({ kind: z.literal('file-refused'), name: z.string(), failure: Failure }),
  /** The ledger would refuse it as it is: told by its lists before anything is sent (pre-flight.ts). */
  z.object({ kind: z.literal('would-fail'), failure: Failure }),
  /** The ledger would take it, and then not let it be approved. */
  z.object({ kind: z.literal('may-not-approve'), failure: Failure }),
  /** The ledger takes no file as large as the invoice's: the bill would stand without it. */
  z.object({ kind: z.literal('file-too-large'), name: z.string(), bytes: z.number().int() }),
  /** The ledger takes no number as long as this one; the full one stands in the memo. */
  z.object({ kind: z.literal('number-shortened'), to: z.number().int() }),
  z.object({ kind: z.literal('likely-duplicate'), like: Likeness }),
  /** The list shows something that the page's own data has otherwise; null where they agree. */
  z.object({
    kind: z.literal('shown-otherwise'),
    number: Both(z.string()),
    supplier: Both(z.string()),
    date: Both(LocalDate),
    total: Both(z.object({ amount: Money, currency: Currency })),
    shownAt: Instant,
    toldAt: Instant,
  }),
])
export type Reason = z.infer<typeof Reason>

/** What the companion concludes of one invoice. The first reason is the one to say first. */
export const Assessment = z.object({
  status: Status,
  reasons: z.array(Reason).min(1),
  fixes: z.array(Fix),
})
export type Assessment = z.infer<typeof Assessment>
