import { z } from 'zod'
import { LocalDate } from './instant.ts'

/** One thing that a bill in the ledger said otherwise when it was exported; both as a person reads them. */
export const BillEdit = z.object({
  what: z.enum([
    'total',
    'tax-total',
    'number',
    'contact',
    'date',
    'due-date',
    'currency',
    'line-added',
    'line-removed',
    'description',
    'quantity',
    'unit-amount',
    'amount',
    'account',
    'tax-code',
    'tax',
    'tracking',
  ]),
  /** The line that it happened to, by its description; null for the bill itself. */
  line: z.string().nullable(),
  /** Empty where there was nothing. */
  was: z.string(),
  /** Empty where there is nothing now. */
  is: z.string(),
})
export type BillEdit = z.infer<typeof BillEdit>

/** What became of a bill in the ledger since its export, beyond its state: a bill no longer says what it said. */
export const Drift = z.object({
  /** What people changed, the most telling first. */
  edits: z.array(BillEdit).max(100),
  /** The day up to which the books are locked, where that keeps the draft from ever being approved. */
  lockedUntil: LocalDate.nullable(),
})
export type Drift = z.infer<typeof Drift>
