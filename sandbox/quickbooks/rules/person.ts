import Big from 'big.js'
import type { Company } from '../books/company.ts'
import { stamped, touch } from '../books/stamp.ts'
import type { Transaction } from '../books/transaction.ts'
import type { Settings } from '../control/settings.ts'
import { transactionWire } from '../wire/transaction.ts'
import { checkClosedBooks } from './closed-books.ts'
import { checkSubscription } from './plan-gate.ts'
import { readInput } from './read-input.ts'
import { refuse } from './refusals.ts'
import { totalsOf } from './totals.ts'
import { TransactionInput } from './transaction-input.ts'
import { dayOf } from './wire-date.ts'
import { writeTransaction } from './write-transaction.ts'

export type Person = { company: Company; settings: Settings; name: string; now: Date }

/** What a person may change of a line, by its place in the list (from 0); `amount` as the line shows it. */
export type LineEdit = {
  index: number
  description?: string | undefined
  amount?: Big | undefined
  accountId?: string | undefined
}

export type BillEdit = {
  number?: string | undefined
  date?: string | undefined
  dueDate?: string | undefined
  memo?: string | undefined
  lines?: readonly LineEdit[] | undefined
}

/** Records a payment by check, of all that is owed unless told otherwise. @throws ApiFault */
export function pay(bill: Transaction, amount: Big | undefined, person: Person): void {
  checkSubscription(person.company)
  const { balance } = totalsOf(bill)
  if (bill.kind !== 'Bill' || bill.status !== 'posted' || balance.lte(0)) {
    throw refuse.business('Only a bill that is still owed can be paid.')
  }
  const paid = amount ?? balance
  if (paid.lte(0) || paid.gt(balance)) {
    throw refuse.business(`A payment is between 0.01 and ${balance.toFixed(2)}.`)
  }
  const date = dayOf(person.now)
  checkClosedBooks(person.company, undefined, date)
  bill.payments.push({ ...stamped(person.now), id: person.company.nextId('transaction'), date, amount: paid })
  changed(bill, 'Payment added', paid.toFixed(2), person)
}

/** Takes every payment back, so that all of the bill is owed again. */
export function removePayments(bill: Transaction, person: Person): void {
  for (const { id } of bill.payments) {
    person.company.tombstones.push({ entity: 'BillPayment', id, at: person.now })
  }
  bill.payments = []
  changed(bill, 'Payments removed', '', person)
}

/** Voids a transaction: it stays in the books with every amount at nought. @throws ApiFault */
export function voidTransaction(transaction: Transaction, person: Person): void {
  checkSubscription(person.company)
  checkClosedBooks(person.company, transaction.txnDate, undefined)
  if (transaction.status !== 'posted') throw refuse.business('It is voided or deleted already.')
  if (transaction.payments.length > 0) {
    throw refuse.business('You can only void a bill that has no payments linked to it.')
  }
  const nought = new Big(0)
  transaction.lines = transaction.lines.map(line => ({
    ...line,
    amount: nought,
    ...(line.gross === undefined ? {} : { gross: nought }),
  }))
  transaction.taxLines = []
  transaction.privateNote = ['Voided', transaction.privateNote].filter(Boolean).join(' - ')
  transaction.status = 'voided'
  changed(transaction, 'Voided', '', person)
}

/** Edits number, dates, memo and lines as the ledger's own form does. @throws ApiFault */
export function edit(transaction: Transaction, changes: BillEdit, person: Person): void {
  const { company, settings, name: by, now } = person
  if (transaction.status !== 'posted') throw refuse.business('It was voided or deleted.')
  const wire = transactionWire(company, transaction)
  const input = readInput(TransactionInput, {
    ...wire,
    ...(changes.number === undefined ? {} : { DocNumber: changes.number || undefined }),
    ...(changes.date === undefined ? {} : { TxnDate: changes.date }),
    ...(changes.dueDate === undefined ? {} : { DueDate: changes.dueDate }),
    ...(changes.memo === undefined ? {} : { PrivateNote: changes.memo }),
  })
  const edits = changes.lines ?? []
  for (const [index, line] of input.Line.entries()) {
    const change = edits.find(one => one.index === index)
    const detail = line.AccountBasedExpenseLineDetail
    if (!change || !detail) continue
    if (change.description !== undefined) line.Description = change.description
    if (change.accountId !== undefined) detail.AccountRef = { value: change.accountId }
    if (change.amount === undefined) continue
    if (detail.TaxInclusiveAmt === undefined) line.Amount = change.amount
    else detail.TaxInclusiveAmt = change.amount
  }
  if (edits.some(one => one.amount !== undefined)) delete input.TxnTaxDetail
  writeTransaction(transaction.kind, input, transaction, { company, settings, now, by })
}

function changed(transaction: Transaction, what: string, details: string, { name, now }: Person): void {
  touch(transaction, now)
  transaction.history.push({ what, details, by: name, at: now })
}
