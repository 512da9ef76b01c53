import type { DocumentStatus, LedgerDocument } from '../books/ledger-document.ts'

export const NOT_MODIFIABLE = 'Invoice not of valid status for modification'
export const HAS_ALLOCATIONS =
  'This document cannot be edited as it has a payment or credit note allocated to it.'

/** Where a document may go from each status; a status it already has is always allowed where edits are. */
const allowed: Record<DocumentStatus, readonly DocumentStatus[]> = {
  DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  SUBMITTED: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'VOIDED'],
  PAID: [],
  VOIDED: [],
  DELETED: [],
}

/** The statuses a document may be created with. */
export const startingStatuses: readonly DocumentStatus[] = ['DRAFT', 'SUBMITTED', 'AUTHORISED']

/**
 * Why a document may not be edited, or not take this status; empty when it may. Without a status the edit leaves
 * it as it is, which is how an approved bill can be edited unawares.
 */
export function transitionErrors(
  document: Pick<LedgerDocument, 'status' | 'payments'>,
  to: DocumentStatus | undefined,
): string[] {
  const { status } = document
  if (status === 'PAID') {
    return to === undefined || to === 'PAID' ? [HAS_ALLOCATIONS] : [NOT_MODIFIABLE, HAS_ALLOCATIONS]
  }
  if (document.payments.length > 0) {
    if (to === undefined) return [HAS_ALLOCATIONS]
    return [
      `The status ${to} cannot be applied to the invoice because it has payments or credit notes allocated to it.`,
      HAS_ALLOCATIONS,
    ]
  }
  const open = allowed[status]
  return open.length > 0 && open.includes(to ?? status) ? [] : [NOT_MODIFIABLE]
}
