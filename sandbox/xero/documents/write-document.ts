import { randomUUID } from 'node:crypto'
import type { DocumentKind, DocumentStatus, LedgerDocument, Line } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { CONTACT_REQUIRED, contactFor } from './contact-rules.ts'
import { dayRate } from './day-rate.ts'
import type { DocumentInput } from './document-input.ts'
import { enterHistory } from './history.ts'
import { type LineContext, readLine } from './line-rules.ts'
import { lockDateErrors } from './lock-date.ts'
import { totalsOf } from './totals.ts'
import { NOT_MODIFIABLE, startingStatuses, transitionErrors } from './transition.ts'

export type WriteContext = {
  organisation: Organisation
  kind: DocumentKind
  now: Date
  unitDecimals: 2 | 4
  /** The client id of the app, or a person's name. */
  by: string
}

export type Written = { document: LedgerDocument } | { errors: string[] }

const types: Record<DocumentKind, string> = { bill: 'ACCPAY', 'credit-note': 'ACCPAYCREDIT' }

/**
 * Enters a new document, or edits `existing`, by all the rules of the ledger; on any error nothing changes. Fields
 * that are not sent keep what stands there; lines that are sent replace all lines.
 */
export function writeDocument(
  input: DocumentInput,
  existing: LedgerDocument | undefined,
  context: WriteContext,
): Written {
  const { organisation, kind, now } = context
  const closed = existing ? transitionErrors(existing, input.Status) : creationErrors(input, kind)
  if (closed.length > 0) return { errors: closed }
  if (existing && (input.Status === 'DELETED' || input.Status === 'VOIDED')) {
    return close(existing, input.Status, context)
  }
  const errors: string[] = []
  const status = input.Status ?? existing?.status ?? 'DRAFT'
  const types = input.LineAmountTypes ?? existing?.lineAmountTypes ?? 'Exclusive'
  const lines = linesOf(input, existing, { organisation, types, status, unitDecimals: context.unitDecimals })
  errors.push(...lines.errors)
  const contact = input.Contact ? contactFor(organisation, input.Contact, now) : undefined
  if (contact && 'error' in contact) errors.push(contact.error)
  if (!contact && !existing) errors.push(CONTACT_REQUIRED)
  const number = (kind === 'bill' ? input.InvoiceNumber : input.CreditNoteNumber) ?? existing?.number ?? ''
  if (number.length > 255) errors.push('Invoice number must not be more than 255 characters long.')
  const currency = input.CurrencyCode || existing?.currency || organisation.baseCurrency
  if (!organisation.currencies.includes(currency)) {
    errors.push(`Organisation is not subscribed to currency ${currency}`)
  }
  const date = input.Date ?? existing?.date ?? now.toISOString().slice(0, 10)
  const dueDate = input.DueDate ?? existing?.dueDate
  if (kind === 'bill' && status !== 'DRAFT' && dueDate === undefined) errors.push('Due Date cannot be empty')
  errors.push(...lockDateErrors(organisation.lockDates, date, status))
  const content = { lines: lines.lines, lineAmountTypes: types, payments: existing?.payments ?? [] }
  if (totalsOf(content).total.lt(0)) {
    errors.push('The Total for this document must be greater than or equal to zero.')
  }
  if (errors.length > 0) return { errors: [...new Set(errors)] }

  const approves = status === 'AUTHORISED' && existing?.status !== 'AUTHORISED'
  if (contact && 'settle' in contact) contact.settle()
  const document: LedgerDocument = Object.assign(existing ?? blank(context), {
    ...content,
    number,
    status,
    date,
    dueDate,
    currency,
    currencyRate: input.CurrencyRate ?? rateOf(existing, organisation, currency),
    updatedAt: now,
    ...(contact && 'contact' in contact ? { contactId: contact.contact.contactId } : {}),
    ...(input.Url === undefined ? {} : { url: input.Url }),
  })
  if (!existing) organisation.documents.push(document)
  if (!existing) enterHistory(document, 'Created', context, totalsOf(document).total)
  else if (hasContent(input)) enterHistory(document, 'Edited', context, totalsOf(document).total)
  if (approves) enterHistory(document, 'Approved', context)
  return { document }
}

/** Whether a change says more than which document it is for and what status that shall have. */
function hasContent({ Type, InvoiceID, CreditNoteID, Status, ...content }: DocumentInput): boolean {
  return Object.values(content).some(value => value !== undefined)
}

function creationErrors(input: DocumentInput, kind: DocumentKind): string[] {
  const errors: string[] = []
  if (input.Type !== types[kind]) {
    errors.push(`Type must be ${types[kind]}: this ledger keeps purchases only`)
  }
  if (!input.LineItems || input.LineItems.length === 0)
    errors.push('One or more line items must be specified')
  if (input.Status !== undefined && !startingStatuses.includes(input.Status)) errors.push(NOT_MODIFIABLE)
  return errors
}

function close(document: LedgerDocument, status: DocumentStatus, context: WriteContext): Written {
  const locked = lockDateErrors(context.organisation.lockDates, document.date, status)
  if (locked.length > 0) return { errors: locked }
  Object.assign(document, { status, updatedAt: context.now })
  enterHistory(document, status === 'VOIDED' ? 'Voided' : 'Deleted', context)
  return { document }
}

function linesOf(
  input: DocumentInput,
  existing: LedgerDocument | undefined,
  context: LineContext,
): { lines: Line[]; errors: string[] } {
  if (!input.LineItems) {
    const lines = existing?.lines ?? []
    const bare = context.status !== 'DRAFT' && lines.some(line => line.accountCode === undefined)
    return { lines, errors: bare ? ['Account code or ID must be specified'] : [] }
  }
  if (input.LineItems.length === 0) return { lines: [], errors: ['One or more line items must be specified'] }
  const read = input.LineItems.map(line => readLine(line, context))
  return { lines: read.flatMap(one => one.line ?? []), errors: read.flatMap(one => one.errors) }
}

function rateOf(existing: LedgerDocument | undefined, organisation: Organisation, currency: string): number {
  return existing?.currency === currency
    ? existing.currencyRate
    : dayRate(organisation.baseCurrency, currency)
}

function blank({ kind, by, now }: WriteContext): LedgerDocument {
  return {
    id: randomUUID(),
    kind,
    number: '',
    contactId: '',
    status: 'DRAFT',
    lineAmountTypes: 'Exclusive',
    date: '',
    currency: '',
    currencyRate: 1,
    lines: [],
    payments: [],
    attachments: [],
    history: [],
    createdBy: by,
    createdAt: now,
    updatedAt: now,
  }
}
