import { z } from 'zod'
import { AccountCode } from './ids.ts'
import { ChargeKind } from './invoice.ts'
import { Money } from './money.ts'

const fields = {
  /** A line of the bill for each line of the invoice, or one for each product group. */
  lines: z.enum(['each', 'by-group']),
  /** Where the charges on a whole invoice go, and (`rounding`) what closes a difference; without one: draft-lines.ts. */
  chargeAccounts: z.partialRecord(ChargeKind, AccountCode),
  /** The most that a rounding line or a tax may differ, in the invoice's currency; beyond it nothing is posted. */
  tolerance: Money.refine(amount => Number(amount) >= 0 && Number(amount) <= 10, 'between 0 and 10'),
  /** The ledger's tax code for a rate (`9`), where a person chose among several. */
  taxCodes: z.record(z.string(), z.string().min(1)),
}

/**
 * What an outlet wants posted of its invoices. An invoice's content (invoice-content.ts) is what the invoice says,
 * so changing any of this is no edit: bills that stand are left as they are, and what is exported from now on
 * follows it.
 */
export const Posting = z.object({
  lines: fields.lines.default('each'),
  chargeAccounts: fields.chargeAccounts.default({}),
  tolerance: fields.tolerance.default('0.05' as Money),
  taxCodes: fields.taxCodes.default({}),
})
export type Posting = z.infer<typeof Posting>

/** Some of it, to change; what is not named stays. */
export const PostingChange = z.object(fields).partial()
export type PostingChange = z.infer<typeof PostingChange>

/** Of outlets whose people never chose. */
export const usualPosting: Posting = Posting.parse({})
