import type { DocumentKind, LedgerDocument } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { NotFound } from './errors.ts'

/** What tells the endpoint of bills from that of credit notes. */
export type DocumentEndpoint = {
  kind: DocumentKind
  path: 'Invoices' | 'CreditNotes'
  idKey: 'InvoiceID' | 'CreditNoteID'
  numberKey: 'InvoiceNumber' | 'CreditNoteNumber'
  type: 'ACCPAY' | 'ACCPAYCREDIT'
}

export const invoices: DocumentEndpoint = {
  kind: 'bill',
  path: 'Invoices',
  idKey: 'InvoiceID',
  numberKey: 'InvoiceNumber',
  type: 'ACCPAY',
}

export const creditNotes: DocumentEndpoint = {
  kind: 'credit-note',
  path: 'CreditNotes',
  idKey: 'CreditNoteID',
  numberKey: 'CreditNoteNumber',
  type: 'ACCPAYCREDIT',
}

/** The endpoint a kind of document is reached by. */
export function endpointOf(kind: DocumentKind): DocumentEndpoint {
  return kind === 'bill' ? invoices : creditNotes
}

/** The document with this id, or with this number where it is no id. @throws NotFound */
export function documentBy(
  organisation: Organisation,
  kind: DocumentKind,
  idOrNumber: string,
): LedgerDocument {
  const found = organisation.documents.find(
    one => one.kind === kind && (one.id === idOrNumber.toLowerCase() || one.number === idOrNumber),
  )
  if (!found) throw new NotFound()
  return found
}
