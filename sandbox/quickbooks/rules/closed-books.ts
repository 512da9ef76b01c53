import type { Company } from '../books/company.ts'
import { refuse } from './refusals.ts'

/** Whether the books are closed on this date (YYYY-MM-DD). */
export function isClosed(company: Company, date: string): boolean {
  return company.closeDate !== undefined && date <= company.closeDate
}

/**
 * Refuses a transaction that stands in a closed period, or would after the change.
 * @throws ApiFault 6200 where it stands there already, 6210 where it would
 */
export function checkClosedBooks(
  company: Company,
  standsOn: string | undefined,
  dated: string | undefined,
): void {
  if (standsOn !== undefined && isClosed(company, standsOn)) throw refuse.closedPeriod()
  if (dated !== undefined && isClosed(company, dated)) throw refuse.closedPeriodDate()
}
