import { z } from 'zod'
import { Bill, BillKind, BillToPost } from '../domain/bill.ts'
import { BillFile } from '../domain/bill-file.ts'
import { Drift } from '../domain/drift.ts'
import { Failure } from '../domain/failure.ts'
import {
  BillId,
  ConnectionId,
  ContentHash,
  ExportId,
  IdempotencyKey,
  InvoiceId,
  OutletId,
} from '../domain/ids.ts'
import { Instant } from '../domain/instant.ts'
import { Problem } from './problem.ts'

/**
 * `create` looks for a bill that stands already and links it; one that only may be the same is refused as
 * `likely-duplicate`. `link` takes the bill named for the invoice's, as it is; `update` changes it; `difference`
 * makes a bill of its own for what an invoice says beyond a bill that can no longer change.
 */
export const Operation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create'),
    /** Bills that a person said are others. */
    despite: z.array(BillId).max(50).optional(),
  }),
  z.object({ kind: z.literal('link'), billId: BillId }),
  z.object({
    kind: z.literal('update'),
    billId: BillId,
    /** A person agreed to pull the bill back out of an approval queue. */
    submittedToo: z.boolean(),
  }),
  z.object({
    kind: z.literal('difference'),
    of: z.object({
      id: BillId,
      kind: BillKind,
      /** When that bill was changed last, as it was when the difference was worked out: of another, it is none. */
      changedAt: Instant.nullable(),
    }),
    /** Which correction of the bill this is. */
    correction: z.number().int().min(1).max(99),
  }),
])
export type Operation = z.infer<typeof Operation>

export const ExportRequest = z.object({
  key: IdempotencyKey,
  connectionId: ConnectionId,
  outletId: OutletId,
  invoiceId: InvoiceId,
  operation: Operation,
  bill: BillToPost,
})
export type ExportRequest = z.infer<typeof ExportRequest>

/** At most this many in one `POST /v1/exports`; more are sent in turn. */
export const EXPORTS_PER_REQUEST = 100

/** `POST /v1/exports`. Each item is checked by itself: one that is not understood does not stop the others. */
export const ExportsRequest = z.object({ exports: z.array(z.unknown()).min(1).max(EXPORTS_PER_REQUEST) })

/** `202`: in the order of the request. */
export const ExportsAccepted = z.object({
  items: z.array(
    z.union([
      z.object({ key: IdempotencyKey, id: ExportId }),
      z.object({ key: z.string().nullable(), problem: Problem }),
    ]),
  ),
})
export type ExportsAccepted = z.infer<typeof ExportsAccepted>

/** Where an export stands on the server. */
export const ExportProgress = z.discriminatedUnion('state', [
  z.object({ state: z.literal('accepted') }),
  z.object({ state: z.literal('sent') }),
  z.object({ state: z.literal('checking') }),
  z.object({
    state: z.literal('waiting'),
    why: z.enum(['rate-limit', 'reconnect']),
    until: Instant.nullable(),
  }),
  z.object({
    state: z.literal('posted'),
    bill: Bill,
    linked: z.boolean(),
    accepted: ContentHash.nullable(),
    /** What became of the invoice's file; absent while nothing was heard of one. */
    file: BillFile.optional(),
    /** What became of the bill in the ledger since; absent while it says what it said. */
    drift: Drift.optional(),
    /** The bills that say what the invoice says beyond this one. */
    corrections: z.array(Bill).max(99).optional(),
  }),
  z.object({
    state: z.literal('refused'),
    failure: Failure,
    bill: Bill.nullable(),
    billContent: ContentHash.nullable(),
  }),
  z.object({ state: z.literal('cancelled') }),
])
export type ExportProgress = z.infer<typeof ExportProgress>

/** One export as `GET /v1/exports` tells it. `sequence` grows with each change: the cursor to read on from. */
export const ExportRecord = z.object({
  id: ExportId,
  key: IdempotencyKey,
  connectionId: ConnectionId,
  outletId: OutletId,
  invoiceId: InvoiceId,
  content: ContentHash,
  sequence: z.number().int(),
  updatedAt: Instant,
  progress: ExportProgress,
})
export type ExportRecord = z.infer<typeof ExportRecord>

/**
 * `GET /v1/exports?after=SEQUENCE&wait=SECONDS`: the changes after the cursor, at most 500, oldest first.
 * With `wait` (≤ 20) and nothing new, the answer is held back until there is.
 */
export const ExportsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  wait: z.coerce.number().int().min(0).max(20).default(0),
})
export const ExportsPage = z.object({ items: z.array(ExportRecord), cursor: z.number().int() })
export type ExportsPage = z.infer<typeof ExportsPage>

/** `POST /v1/exports/cancel`: stops those that have not been sent; answers which. */
export const CancelRequest = z.object({ keys: z.array(IdempotencyKey).min(1).max(5000) })
export const CancelAnswer = z.object({ cancelled: z.array(IdempotencyKey) })

/** `POST /v1/exports/accept`: the invoice is accepted to differ from its bill. Answers 204. */
export const AcceptRequest = z.object({ outletId: OutletId, invoiceId: InvoiceId, content: ContentHash })

/** `POST /v1/exports/unlink`: forgets a voided, deleted or missing bill, so that the invoice exports anew. 204. */
export const UnlinkRequest = z.object({ outletId: OutletId, invoiceId: InvoiceId })
