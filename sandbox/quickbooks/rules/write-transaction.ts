import { type Company, isUnitedStates } from '../books/company.ts'
import { stamped, touch } from '../books/stamp.ts'
import type { TaxCalculation, Transaction, TransactionKind } from '../books/transaction.ts'
import type { Settings } from '../control/settings.ts'
import { checkClosedBooks } from './closed-books.ts'
import { currencyOf, dayRate, payableAccount } from './currency.ts'
import { checkDuplicateNumber } from './duplicate-number.ts'
import { checkLengths } from './lengths.ts'
import { linesOf } from './lines.ts'
import { checkPlan, checkSubscription } from './plan-gate.ts'
import { departmentOf, termOf, vendorOf } from './references.ts'
import { refuse } from './refusals.ts'
import { overridden, taxLinesOf } from './tax.ts'
import { totalsOf } from './totals.ts'
import type { TransactionInput } from './transaction-input.ts'
import { dayOf, daysAfter } from './wire-date.ts'

export type WriteContext = {
  company: Company
  settings: Settings
  now: Date
  /** Who writes: an app's client id or a person's name. */
  by: string
  /** Takes a number that is in use already (`include=allowduplicatedocnum`). */
  allowDuplicateNumber?: boolean
}

type Content = Omit<
  Transaction,
  'id' | 'kind' | 'payments' | 'status' | 'history' | 'createdBy' | 'syncToken' | 'createdAt' | 'updatedAt'
>

/**
 * Creates a transaction, which posts at once, or overwrites one that exists: what `input` leaves out is gone
 * afterwards. Nothing changes where a rule refuses.
 * @throws ApiFault
 */
export function writeTransaction(
  kind: TransactionKind,
  input: TransactionInput,
  existing: Transaction | undefined,
  context: WriteContext,
): Transaction {
  const { company, now, by } = context
  checkSubscription(company)
  checkPlan(company, input)
  checkLengths(input)
  const content = contentOf(kind, input, existing, context)
  checkClosedBooks(company, existing?.txnDate, content.txnDate)
  if (!context.allowDuplicateNumber) {
    const { vendorId, docNumber } = content
    const candidate = { id: existing?.id, kind, vendorId, docNumber }
    checkDuplicateNumber(company, context.settings.duplicateNumbers, candidate)
  }
  if (existing) {
    Object.assign(existing, content)
    touch(existing, now)
    existing.history.push({ what: 'Edited', details: totalText(existing), by, at: now })
    return existing
  }
  const created: Transaction = {
    ...stamped(now),
    ...content,
    id: company.nextId('transaction'),
    kind,
    payments: [],
    status: 'posted',
    history: [],
    createdBy: by,
  }
  created.history.push({ what: 'Added', details: totalText(created), by, at: now })
  company.transactions.push(created)
  return created
}

function contentOf(
  kind: TransactionKind,
  input: TransactionInput,
  existing: Transaction | undefined,
  { company, settings, now }: WriteContext,
): Content {
  const vendor = vendorOf(company, input.VendorRef)
  const currency = currencyOf(company, vendor, input)
  const calculation: TaxCalculation = isUnitedStates(company)
    ? 'NotApplicable'
    : (input.GlobalTaxCalculation ?? 'TaxExcluded')
  const lines = linesOf(input.Line, {
    company,
    calculation,
    bareInclusiveAmount: settings.bareInclusiveAmount,
    known: existing?.lines.map(line => line.id) ?? [],
  })
  const taxLines = isUnitedStates(company)
    ? []
    : overridden(taxLinesOf(company, lines, calculation), input.TxnTaxDetail)
  const { total, balance } = totalsOf({ lines, taxLines, payments: existing?.payments ?? [] })
  if (total.lt(0)) throw refuse.business('Transaction amount must be 0 or greater.')
  if (balance.lt(0)) throw refuse.business('The total is less than what has been paid on this transaction.')
  const term = termOf(company, input.SalesTermRef)
  const txnDate = input.TxnDate ?? dayOf(now)
  return {
    docNumber: input.DocNumber,
    txnDate,
    ...(kind === 'Bill' ? { dueDate: input.DueDate ?? daysAfter(txnDate, term?.dueDays ?? 0) } : {}),
    vendorId: vendor.id,
    apAccountId: payableAccount(company, currency, input).id,
    departmentId: departmentOf(company, input.DepartmentRef)?.id,
    termId: term?.id,
    currency,
    exchangeRate: input.ExchangeRate ?? dayRate(company.homeCurrency, currency),
    privateNote: input.PrivateNote ?? input.Memo,
    taxCalculation: calculation,
    lines,
    taxLines,
  }
}

const totalText = (transaction: Transaction): string =>
  `${totalsOf(transaction).total.toFixed(2)} ${transaction.currency}`
