import { attachments } from './attachments.ts'
import { batches } from './batches.ts'
import { bills } from './bills.ts'
import { creditNotes } from './credit-notes.ts'
import { idempotency } from './idempotency.ts'
import { limits } from './limits.ts'
import { lockDates } from './lock-dates.ts'
import { money } from './money.ts'
import { oauth } from './oauth.ts'
import { reading } from './reading.ts'
import type { XeroRule } from './requests.ts'
import { status } from './status.ts'
import { texts } from './texts.ts'

/**
 * The rules of Xero's fact sheet, by topic; each row says which section it comes from, and each topic which rules
 * a sandbox cannot show. Of two sections there are no rows: the SDK's footguns are about a library, which
 * `tests/sandbox/xero/sdk.test.ts` drives, and the official contract is checked on every answer recorded in a run
 * (`tests/contract/official`).
 */
export const table: Record<string, readonly XeroRule[]> = {
  status,
  bills,
  'error texts': texts,
  money,
  'lock dates': lockDates,
  batches,
  'credit notes': creditNotes,
  attachments,
  idempotency,
  limits,
  reading,
  'tokens and connections': oauth,
}
