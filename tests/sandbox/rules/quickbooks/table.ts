import { batches } from './batches.ts'
import { bills } from './bills.ts'
import { errors } from './errors.ts'
import { files } from './files.ts'
import { limits } from './limits.ts'
import { oauth } from './oauth.ts'
import { plansAndClosedBooks } from './plans-and-closed-books.ts'
import { reading } from './reading.ts'
import { requestids } from './requestids.ts'
import type { QuickbooksRule } from './requests.ts'
import { taxAndCurrency } from './tax-and-currency.ts'

/**
 * The rules of QuickBooks' fact sheet, by topic; each row says which section it comes from, and each topic which
 * rules a sandbox cannot show. Of the sheet's decisions those about our client (which library, how much of it)
 * are no rules of a ledger, and the one about Intuit's schemas is checked on every exchange recorded in a run
 * (`tests/contract/official`).
 */
export const table: Record<string, readonly QuickbooksRule[]> = {
  bills,
  'tax and currency': taxAndCurrency,
  errors,
  'plans and closed books': plansAndClosedBooks,
  limits,
  requestids,
  batches,
  files,
  reading,
  'tokens and access': oauth,
}
