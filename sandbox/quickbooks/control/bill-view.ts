import type { Company } from '../books/company.ts'
import type { Transaction } from '../books/transaction.ts'
import { totalsOf } from '../rules/totals.ts'

export type StateName = 'OPEN' | 'PARTLY_PAID' | 'PAID' | 'VOIDED' | 'DELETED'

/** How far a transaction has come, in one word. */
export function stateName(transaction: Transaction): StateName {
  if (transaction.status === 'deleted') return 'DELETED'
  if (transaction.status === 'voided') return 'VOIDED'
  const { paid, balance } = totalsOf(transaction)
  if (paid.gt(0)) return balance.eq(0) ? 'PAID' : 'PARTLY_PAID'
  return 'OPEN'
}

/** Where a person sees a transaction. */
export function pageOf(origin: string, realmId: string, id: string): string {
  return `${origin}/ledger/${realmId}/bills/${id}`
}

/** A transaction as `_control` shows it: plain names, amounts as decimal strings, dates YYYY-MM-DD. */
export function billView(
  origin: string,
  company: Company,
  transaction: Transaction,
): Record<string, unknown> {
  const totals = totalsOf(transaction)
  const vendor = company.vendors.find(one => one.id === transaction.vendorId)
  const named = (list: readonly { id: string; name: string }[], id: string | undefined): string | null =>
    list.find(one => one.id === id)?.name ?? null
  return {
    id: transaction.id,
    kind: transaction.kind === 'Bill' ? 'bill' : 'vendor-credit',
    number: transaction.docNumber ?? '',
    contact: vendor?.displayName ?? null,
    contactId: transaction.vendorId,
    status: stateName(transaction),
    syncToken: String(transaction.syncToken),
    date: transaction.txnDate,
    dueDate: transaction.dueDate ?? null,
    currency: transaction.currency,
    taxCalculation: transaction.taxCalculation,
    location: named(company.departments, transaction.departmentId),
    memo: transaction.privateNote ?? '',
    subTotal: totals.net.toFixed(2),
    totalTax: totals.tax.toFixed(2),
    total: totals.total.toFixed(2),
    paid: totals.paid.toFixed(2),
    due: totals.balance.toFixed(2),
    url: pageOf(origin, company.realmId, transaction.id),
    createdBy: transaction.createdBy,
    createdAt: transaction.createdAt.toISOString(),
    updatedAt: transaction.updatedAt.toISOString(),
    lines: transaction.lines.map(line => {
      const account = company.accounts.find(one => one.id === line.accountId)
      return {
        lineId: line.id,
        description: line.description ?? '',
        lineAmount: line.amount.toFixed(2),
        grossAmount: line.gross?.toFixed(2) ?? null,
        accountId: line.accountId,
        accountCode: account?.number ?? null,
        taxCode: named(company.taxCodes, line.taxCodeId),
        class: named(company.classes, line.classId),
      }
    }),
    taxLines: transaction.taxLines.map(line => ({
      rate: named(company.taxRates, line.rateId),
      percent: line.percent,
      net: line.net.toFixed(2),
      amount: line.amount.toFixed(2),
    })),
    attachments: company.attachables
      .filter(file => file.refs.some(one => one.type === transaction.kind && one.id === transaction.id))
      .map(file => ({
        id: file.id,
        fileName: file.fileName ?? null,
        mimeType: file.contentType ?? null,
        bytes: file.content?.byteLength ?? 0,
      })),
    history: transaction.history.map(({ at, ...record }) => ({ ...record, at: at.toISOString() })),
  }
}
