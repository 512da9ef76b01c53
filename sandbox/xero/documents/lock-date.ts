import type { DocumentStatus } from '../books/ledger-document.ts'
import type { LockDates } from '../books/organisation.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Why a document of this date may not stand in the books; drafts may, and then cannot be approved. Dates are
 * YYYY-MM-DD; the lock date itself is closed.
 */
export function lockDateErrors(locks: LockDates, date: string, status: DocumentStatus): string[] {
  if (status === 'DRAFT' || status === 'SUBMITTED' || status === 'DELETED') return []
  if (locks.endOfYear !== undefined && date <= locks.endOfYear) {
    return [
      `The document date cannot be before the end of year lock date, currently set at ${spoken(locks.endOfYear)}`,
    ]
  }
  if (locks.period !== undefined && date <= locks.period) {
    return [
      `The document date cannot be before the period lock date, currently set at ${spoken(locks.period)}`,
    ]
  }
  return []
}

/** A date as the error texts say it: 31-Jul-2013. */
function spoken(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}-${months[Number(month) - 1] ?? month}-${year}`
}
