import { z } from 'zod'
import { AccountCode, BillId, ContactId, ContentHash } from './ids.ts'
import { Instant, LocalDate } from './instant.ts'
import { Currency, Money, Percent, Quantity } from './money.ts'

/**
 * A bill's own state in its ledger. `open`: posted and unpaid in a ledger that has no drafts, where it can still
 * be changed, but with it the books. `missing`: the ledger does not know it.
 */
export const BillState = z.enum([
  'draft',
  'submitted',
  'open',
  'approved',
  'paid',
  'voided',
  'deleted',
  'missing',
])
export type BillState = z.infer<typeof BillState>

export const BillKind = z.enum(['bill', 'credit'])
export type BillKind = z.infer<typeof BillKind>

/** A bill as it stands in the ledger, as last seen. */
export const Bill = z.object({
  id: BillId,
  kind: BillKind,
  state: BillState,
  number: z.string(),
  contact: z.object({ id: ContactId, name: z.string() }),
  date: LocalDate.nullable(),
  currency: Currency,
  total: Money,
  /** Where a person opens it. */
  url: z.string(),
  seenAt: Instant,
  /** When it was last changed, by whomever, as the ledger says; null where that was not told. */
  changedAt: Instant.nullable().default(null),
})
export type Bill = z.infer<typeof Bill>

/** It was taken out of the books, or was never there. */
export function isGone({ state }: Pick<Bill, 'state'>): boolean {
  return state === 'voided' || state === 'deleted' || state === 'missing'
}

/** One line to post. `amount` is final, to the cent, in the bill's amount type; `tax` likewise. */
export const BillLine = z.object({
  description: z.string().min(1).max(4000),
  quantity: Quantity,
  unitAmount: Money,
  amount: Money,
  account: AccountCode.nullable(),
  /** The ledger's tax code; null leaves the account's default. */
  taxCode: z.string().nullable(),
  taxRate: Percent,
  tax: Money,
  tracking: z.object({ category: z.string(), option: z.string() }).nullable(),
})
export type BillLine = z.infer<typeof BillLine>

/** Exactly what will be posted; a preview shows this and nothing else. */
export const BillToPost = z.object({
  kind: BillKind,
  number: z.string().min(1).max(255),
  contact: z.object({
    id: ContactId.nullable(),
    name: z.string().min(1).max(255),
    /** The supplier's, where it is known: tells namesakes apart. */
    taxNumber: z.string().max(50).optional(),
  }),
  date: LocalDate,
  dueDate: LocalDate,
  currency: Currency,
  amountsIncludeTax: z.boolean(),
  lines: z.array(BillLine).min(1),
  total: Money,
  taxTotal: Money,
  content: ContentHash,
})
export type BillToPost = z.infer<typeof BillToPost>
