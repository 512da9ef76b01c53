import { z } from 'zod'
import { Failure } from './failure.ts'
import { Instant } from './instant.ts'

/** What became of the invoice's own file: it lies beside the bill, or the ledger refused it and the bill stands without. */
export const BillFile = z.discriminatedUnion('state', [
  z.object({ state: z.literal('attached'), name: z.string(), at: Instant }),
  z.object({ state: z.literal('refused'), name: z.string(), failure: Failure, at: Instant }),
])
export type BillFile = z.infer<typeof BillFile>
