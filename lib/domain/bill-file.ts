import { z } from 'zod'
import { Failure } from './failure.ts'
import { Instant } from './instant.ts'

/** The most bytes of one file: what Xero takes (facts/xero.md, Limits), the lesser of the two ledgers'. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024

/** What became of the invoice's own file: it lies beside the bill, or the ledger refused it and the bill stands without. */
export const BillFile = z.discriminatedUnion('state', [
  z.object({ state: z.literal('attached'), name: z.string(), at: Instant }),
  z.object({ state: z.literal('refused'), name: z.string(), failure: Failure, at: Instant }),
])
export type BillFile = z.infer<typeof BillFile>
