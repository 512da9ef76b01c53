import type { Bill } from './bill.ts'
import type { ContentHash } from './ids.ts'
import { equals, type Money } from './money.ts'

/** What a bill says of which nobody knows the lines: like no invoice's content. */
const unknownContent = '0'.repeat(64) as ContentHash

/**
 * What a bill that stood already is taken to say: the invoice's `content` where it comes to the invoice's
 * `total` (as a ledger prints it: a credit's is positive). With another total the invoice was edited since.
 */
export function standingContent(bill: Bill, total: Money, content: ContentHash): ContentHash {
  return equals(bill.total, total) ? content : unknownContent
}
