import { randomUUID } from 'node:crypto'
import type Big from 'big.js'
import type { LedgerDocument } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import type { DocumentInput, LineInput } from './document-input.ts'
import { enterHistory } from './history.ts'
import { lockDateErrors } from './lock-date.ts'
import { totalsOf } from './totals.ts'
import { type WriteContext, writeDocument } from './write-document.ts'

/** A thing a person tried on a document and the ledger would not do; `message` is for that person. */
export class NotPossible extends Error {
  override name = 'NotPossible'
}

export type Person = { organisation: Organisation; name: string; now: Date }

/** What a person may change of a line, by its place in the list (from 0). */
export type LineEdit = { index: number } & Pick<
  LineInput,
  'Description' | 'Quantity' | 'UnitAmount' | 'AccountCode'
>

export type BillEdit = {
  number?: string | undefined
  date?: string | undefined
  dueDate?: string | undefined
  lines?: readonly LineEdit[] | undefined
}

/** Changes status as the buttons on a bill's page do. @throws NotPossible with the ledger's own words. */
export function setStatus(
  document: LedgerDocument,
  status: 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'VOIDED' | 'DELETED',
  person: Person,
): void {
  write(document, { Status: status }, person)
}

/** Edits number, dates and lines. @throws NotPossible with the ledger's own words. */
export function edit(document: LedgerDocument, changes: BillEdit, person: Person): void {
  const lines = changes.lines
  const input: DocumentInput = {
    ...(document.kind === 'bill' ? { InvoiceNumber: changes.number } : { CreditNoteNumber: changes.number }),
    Date: changes.date,
    DueDate: changes.dueDate,
    ...(lines ? { LineItems: document.lines.map((line, index) => edited(line, lines, index)) } : {}),
  }
  write(document, input, person)
}

/** Records a payment, of all that is due unless told otherwise. @throws NotPossible unless the bill is approved. */
export function pay(document: LedgerDocument, amount: Big | undefined, person: Person): void {
  if (document.status !== 'AUTHORISED') throw new NotPossible('Only an approved bill can be paid.')
  const today = person.now.toISOString().slice(0, 10)
  const locked = lockDateErrors(person.organisation.lockDates, today, 'PAID')
  if (locked[0] !== undefined) throw new NotPossible(locked[0])
  const { due } = totalsOf(document)
  const paid = amount ?? due
  if (paid.lte(0) || paid.gt(due)) throw new NotPossible(`A payment is between 0.01 and ${due.toFixed(2)}.`)
  document.payments.push({ paymentId: randomUUID(), date: today, amount: paid })
  document.updatedAt = person.now
  if (paid.eq(due)) Object.assign(document, { status: 'PAID', fullyPaidOn: today })
  enterHistory(document, 'Paid', { by: person.name, now: person.now }, paid)
}

/** Takes every payment back; a paid bill is merely approved again. */
export function removePayments(document: LedgerDocument, person: Person): void {
  document.payments = []
  document.fullyPaidOn = undefined
  document.updatedAt = person.now
  if (document.status === 'PAID') document.status = 'AUTHORISED'
  enterHistory(document, 'Payment removed', { by: person.name, now: person.now })
}

function write(document: LedgerDocument, input: DocumentInput, person: Person): void {
  const context: WriteContext = {
    organisation: person.organisation,
    kind: document.kind,
    now: person.now,
    unitDecimals: 4,
    by: person.name,
  }
  const written = writeDocument(input, document, context)
  if ('errors' in written) throw new NotPossible(written.errors.join(' '))
}

function edited(line: LedgerDocument['lines'][number], edits: readonly LineEdit[], index: number): LineInput {
  const change = edits.find(one => one.index === index)
  const sameAmount = change?.Quantity === undefined && change?.UnitAmount === undefined
  return {
    LineItemID: line.lineId,
    Description: change?.Description ?? line.description,
    Quantity: change?.Quantity ?? line.quantity,
    ...(sameAmount ? { LineAmount: line.lineAmount } : { UnitAmount: change?.UnitAmount ?? line.unitAmount }),
    ...(sameAmount ? { TaxAmount: line.taxAmount } : {}),
    TaxType: line.taxType,
    AccountCode: change?.AccountCode ?? line.accountCode,
    ItemCode: line.itemCode,
    Tracking: line.tracking.map(one => ({
      TrackingCategoryID: one.categoryId,
      TrackingOptionID: one.optionId,
    })),
  }
}
