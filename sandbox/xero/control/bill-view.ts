import type { LedgerDocument } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { totalsOf } from '../documents/totals.ts'

/** Where a person sees a document. */
export function pageOf(origin: string, tenantId: string, documentId: string): string {
  return `${origin}/ledger/${tenantId}/bills/${documentId}`
}

/** A document as `_control` shows it: plain names, amounts as decimal strings in its currency, dates YYYY-MM-DD. */
export function billView(
  origin: string,
  organisation: Organisation,
  document: LedgerDocument,
): Record<string, unknown> {
  const totals = totalsOf(document)
  const contact = organisation.contacts.find(one => one.contactId === document.contactId)
  return {
    id: document.id,
    kind: document.kind,
    number: document.number,
    contact: contact?.name ?? null,
    contactId: document.contactId,
    status: document.status,
    date: document.date,
    dueDate: document.dueDate ?? null,
    currency: document.currency,
    lineAmountTypes: document.lineAmountTypes,
    subTotal: totals.subTotal.toFixed(2),
    totalTax: totals.totalTax.toFixed(2),
    total: totals.total.toFixed(2),
    paid: totals.paid.toFixed(2),
    due: totals.due.toFixed(2),
    link: document.url ?? null,
    url: pageOf(origin, organisation.tenantId, document.id),
    createdBy: document.createdBy,
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
    lines: document.lines.map(line => ({
      lineId: line.lineId,
      description: line.description,
      quantity: line.quantity.toString(),
      unitAmount: line.unitAmount.toString(),
      lineAmount: line.lineAmount.toFixed(2),
      taxType: line.taxType,
      taxAmount: line.taxAmount.toFixed(2),
      accountCode: line.accountCode ?? null,
      tracking: line.tracking.map(one => ({ name: one.name, option: one.option })),
    })),
    attachments: document.attachments.map(file => ({
      fileName: file.fileName,
      mimeType: file.mimeType,
      bytes: file.content.byteLength,
    })),
    history: document.history.map(({ at, ...record }) => ({ ...record, at: at.toISOString() })),
  }
}
