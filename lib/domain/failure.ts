import { z } from 'zod'
import { Bill, BillState } from './bill.ts'
import type { FixKind } from './fix.ts'
import type { Key } from './say.ts'

/** A way to fail that has words. */
export type FailureCode = Key extends infer Each
  ? Each extends `failure.${infer Code}.title`
    ? Code
    : never
  : never

/** One catalogued way to fail: data, one file each under failures/. */
export interface FailureEntry {
  /** Stable; stored and sent. What it means stands in the catalogue of words under it (`failure.<code>`). */
  code: FailureCode
  /** The ledger whose text `matches` knows, or `any`. */
  ledger: 'xero' | 'quickbooks' | 'any'
  /** Recognises the system's own text; null where our own code raises it. */
  matches: RegExp | null
  /** Who can put it right. */
  who: 'anyone' | 'clerk' | 'admin' | 'accountant'
  fixes: readonly FixKind[]
  /** Whether the same request may succeed later, unchanged. */
  retryable: boolean
  /** The fact sheet's row or the official page. */
  source: string
}

/** A failure of one export, as stored. */
export const Failure = z.object({
  code: z.string().min(1),
  /** The system's own words, without secrets; one click away from the explanation. */
  raw: z.string().max(4000),
  /** What the refused bill really is in the ledger, where that was asked. */
  billState: BillState.nullable(),
  /** The bills that may be the invoice's already, and that we did not make of it. */
  alike: z.array(Bill).max(5).optional(),
})
export type Failure = z.infer<typeof Failure>
