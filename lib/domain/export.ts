import { z } from 'zod'
import { Bill } from './bill.ts'
import { BillFile } from './bill-file.ts'
import { Drift } from './drift.ts'
import { Failure } from './failure.ts'
import { ContentHash } from './ids.ts'
import { Instant } from './instant.ts'

/**
 * The act and record of sending one invoice. `sent` ends in `posted` or `refused`, or in `checking`:
 * the outcome is unknown, so the ledger is asked before anything is sent again.
 * `waiting`: nothing is wrong with the invoice; it goes on by itself once `until` is over
 * (a rate limit) or the connection is back.
 */
export const Export = z.discriminatedUnion('state', [
  z.object({ state: z.literal('queued'), since: Instant, content: ContentHash }),
  z.object({ state: z.literal('sent'), at: Instant, content: ContentHash }),
  z.object({ state: z.literal('checking'), since: Instant, content: ContentHash }),
  z.object({
    state: z.literal('waiting'),
    why: z.enum(['rate-limit', 'server-unreachable', 'reconnect', 'sign-in']),
    until: Instant.nullable(),
    content: ContentHash,
  }),
  z.object({
    state: z.literal('posted'),
    bill: Bill,
    /** What the bill says. Differs from the invoice's hash once the invoice was edited. */
    content: ContentHash,
    at: Instant,
    /** True where an existing bill was linked instead of a second one made. */
    linked: z.boolean(),
    /** The content that a person accepted to differ from the bill's. */
    accepted: ContentHash.nullable(),
    /** What became of the invoice's file; absent while nothing was heard of one. */
    file: BillFile.optional(),
    /** What became of the bill in the ledger since; absent while it says what it said. */
    drift: Drift.optional(),
    /** The bills that say what the invoice says beyond this one, which could no longer change. */
    corrections: z.array(Bill).max(99).optional(),
  }),
  z.object({
    state: z.literal('refused'),
    failure: Failure,
    at: Instant,
    content: ContentHash,
    /** The bill that an earlier export made and this one could not change. */
    bill: Bill.nullable(),
    /** What that bill says. */
    billContent: ContentHash.nullable(),
  }),
])
export type Export = z.infer<typeof Export>
