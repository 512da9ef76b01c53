import type { Status } from '#lib/domain/assessment.ts'
import { notInBooksStatuses } from '#lib/store/queries/not-in-books.ts'
import { say } from '#lib/words/say.ts'

/** What a list of invoices is headed with: the words of the number that counted them. */
export function listTitle(statuses: readonly Status[]): string {
  if (notInBooksStatuses.every(status => statuses.includes(status))) return say('common.not-in-books')
  const missing = statuses.includes('missing-product-group') && statuses.includes('missing-account')
  if (missing) return say('common.missing-either')
  return statuses.map(status => say(`status.${status}`)).join(', ')
}
