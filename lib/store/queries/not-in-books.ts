import type { Status } from '../../domain/assessment.ts'
import type { LocalDate } from '../../domain/instant.ts'
import type { Store } from '../open.ts'
import { invoicesIn } from './invoices-in.ts'
import { type Value, worth } from './worth.ts'

/** Completed invoices with one of these stand in no ledger yet, whoever exports them. */
export const notInBooksStatuses = [
  'ready',
  'missing-product-group',
  'missing-account',
  'exporting',
  'failed',
] as const satisfies readonly Status[]

export interface NotInBooks {
  invoices: number
  value: Value
  /** The day of the oldest of them, in its outlet's calendar. */
  since: LocalDate | null
}

/** What is not yet in the books: how many, worth what, since when. */
export async function notInBooks(store: Store): Promise<NotInBooks> {
  const rows = await invoicesIn(store, notInBooksStatuses, null)
  return { invoices: rows.length, value: worth(rows), since: rows[0]?.date ?? null }
}
