import type { Company } from '../books/company.ts'
import { touch } from '../books/stamp.ts'
import type { Transaction } from '../books/transaction.ts'
import { checkClosedBooks } from './closed-books.ts'
import { checkSubscription } from './plan-gate.ts'
import { refuse } from './refusals.ts'

/** Deletes a transaction; `by` is the app's client id or the person's name. @throws ApiFault */
export function deleteTransaction(company: Company, transaction: Transaction, by: string, now: Date): void {
  checkSubscription(company)
  checkClosedBooks(company, transaction.txnDate, undefined)
  if (transaction.payments.length > 0) {
    throw refuse.business('You can only delete a bill that has no payments linked to it.')
  }
  transaction.status = 'deleted'
  touch(transaction, now)
  transaction.history.push({ what: 'Deleted', details: '', by, at: now })
  company.tombstones.push({ entity: transaction.kind, id: transaction.id, at: now })
}
