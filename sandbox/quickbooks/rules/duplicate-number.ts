import type { Company } from '../books/company.ts'
import type { TransactionKind } from '../books/transaction.ts'
import type { Settings } from '../control/settings.ts'
import { refuse } from './refusals.ts'

/**
 * Refuses a number that another transaction of the kind bears, without regard to case. Deleted ones do not
 * count; a transaction without a number is never a duplicate.
 * @throws ApiFault 6140
 */
export function checkDuplicateNumber(
  company: Company,
  within: Settings['duplicateNumbers'],
  candidate: {
    id?: string | undefined
    kind: TransactionKind
    vendorId: string
    docNumber?: string | undefined
  },
): void {
  const { docNumber } = candidate
  if (!company.refusesDuplicateNumbers || !docNumber) return
  const same = company.transactions.find(
    one =>
      one.kind === candidate.kind &&
      one.status !== 'deleted' &&
      one.id !== candidate.id &&
      (within === 'per-company' || one.vendorId === candidate.vendorId) &&
      one.docNumber?.toLowerCase() === docNumber.toLowerCase(),
  )
  if (same) throw refuse.duplicateNumber(docNumber, same.kind, same.id)
}
