import type { Status } from '#lib/domain/assessment.ts'
import { statusWords } from '#lib/domain/wording.ts'
import { notInBooksStatuses } from '#lib/store/queries/not-in-books.ts'

/** What a list of invoices is headed with: the words of the number that counted them. */
export function listTitle(statuses: readonly Status[]): string {
  if (notInBooksStatuses.every(status => statuses.includes(status))) return 'Not yet in the books'
  const missing = statuses.includes('missing-product-group') && statuses.includes('missing-account')
  if (missing) return 'Missing product group or account'
  return statuses.map(status => statusWords[status]).join(', ')
}
