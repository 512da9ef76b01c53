import type { DocumentStatus } from '../books/ledger-document.ts'

const names: Record<DocumentStatus, string> = {
  DRAFT: 'Draft',
  SUBMITTED: 'Awaiting approval',
  AUTHORISED: 'Awaiting payment',
  PAID: 'Paid',
  VOIDED: 'Voided',
  DELETED: 'Deleted',
}

/** A status in the words of the ledger's pages. */
export function statusName(status: DocumentStatus): string {
  return names[status]
}

/** The statuses in the order in which a bill lives through them. */
export const statuses: readonly DocumentStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'AUTHORISED',
  'PAID',
  'VOIDED',
  'DELETED',
]
