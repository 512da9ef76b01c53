import { type Company, isUnitedStates } from '../books/company.ts'
import { currencyName } from '../books/currency-name.ts'
import type { Line, Transaction } from '../books/transaction.ts'
import { totalsOf } from '../rules/totals.ts'
import { head, ref, type Wire, withoutEmpty } from './object.ts'

/** A bill or vendor credit as it is read: with what the ledger computed. */
export function transactionWire(company: Company, transaction: Transaction): Wire {
  const { total, balance } = totalsOf(transaction)
  const find = <T extends { id: string; name: string }>(list: readonly T[], id: string | undefined) => {
    const found = list.find(one => one.id === id)
    return found ? ref(found.id, found.name) : undefined
  }
  const foreign = company.multicurrency
    ? {
        ExchangeRate: transaction.exchangeRate.toNumber(),
        ...(transaction.kind === 'Bill'
          ? { HomeBalance: balance.times(transaction.exchangeRate).round(2).toNumber() }
          : {}),
      }
    : {}
  return withoutEmpty({
    ...(transaction.kind === 'Bill' ? { DueDate: transaction.dueDate } : {}),
    Balance: balance.toNumber(),
    ...foreign,
    ...head(transaction),
    DocNumber: transaction.docNumber,
    TxnDate: transaction.txnDate,
    DepartmentRef: find(company.departments, transaction.departmentId),
    CurrencyRef: ref(transaction.currency, currencyName(transaction.currency)),
    PrivateNote: transaction.privateNote,
    LinkedTxn: transaction.payments.map(one => ({ TxnId: one.id, TxnType: 'BillPaymentCheck' })),
    Line: transaction.lines.map((line, index) => lineWire(company, line, index)),
    TxnTaxDetail: isUnitedStates(company) ? undefined : taxDetail(transaction),
    VendorRef: vendorRef(company, transaction.vendorId),
    APAccountRef: find(company.accounts, transaction.apAccountId),
    SalesTermRef: find(company.terms, transaction.termId),
    TotalAmt: total.toNumber(),
    GlobalTaxCalculation: isUnitedStates(company) ? undefined : transaction.taxCalculation,
  })
}

function vendorRef(company: Company, id: string): Wire {
  return ref(id, company.vendors.find(one => one.id === id)?.displayName)
}

function lineWire(company: Company, line: Line, index: number): Wire {
  const account = company.accounts.find(one => one.id === line.accountId)
  const tag = company.classes.find(one => one.id === line.classId)
  return withoutEmpty({
    Id: line.id,
    LineNum: index + 1,
    Description: line.description,
    Amount: line.amount.toNumber(),
    LinkedTxn: [],
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: withoutEmpty({
      ClassRef: tag ? ref(tag.id, tag.name) : undefined,
      AccountRef: ref(line.accountId, account?.name),
      BillableStatus: 'NotBillable',
      TaxCodeRef: line.taxCodeId === undefined ? undefined : ref(line.taxCodeId),
      TaxInclusiveAmt: line.gross?.toNumber(),
    }),
  })
}

function taxDetail({ taxLines }: Transaction): Wire {
  return {
    TotalTax: taxLines.reduce((sum, one) => one.amount.plus(sum).toNumber(), 0),
    TaxLine: taxLines.map(one => ({
      Amount: one.amount.toNumber(),
      DetailType: 'TaxLineDetail',
      TaxLineDetail: withoutEmpty({
        TaxRateRef: ref(one.rateId),
        PercentBased: true,
        TaxPercent: one.percent,
        NetAmountTaxable: one.net.toNumber(),
        OverrideDeltaAmount: one.override?.toNumber(),
      }),
    })),
  }
}

/** A deleted object: all that is left to tell of it. */
export function deletedWire(id: string): Wire {
  return { domain: 'QBO', status: 'Deleted', Id: id }
}
