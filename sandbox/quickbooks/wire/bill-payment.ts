import type { Company } from '../books/company.ts'
import { currencyName } from '../books/currency-name.ts'
import type { Payment, Transaction } from '../books/transaction.ts'
import { head, ref, type Wire } from './object.ts'

/** A payment that a person recorded on a bill. */
export function billPaymentWire(company: Company, bill: Transaction, payment: Payment): Wire {
  const vendor = company.vendors.find(one => one.id === bill.vendorId)
  const bank = company.accounts.find(one => one.type === 'Bank')
  const amount = payment.amount.toNumber()
  return {
    VendorRef: ref(bill.vendorId, vendor?.displayName),
    PayType: 'Check',
    CheckPayment: {
      ...(bank ? { BankAccountRef: ref(bank.id, bank.name) } : {}),
      PrintStatus: 'NotSet',
    },
    TotalAmt: amount,
    ...head(payment),
    TxnDate: payment.date,
    CurrencyRef: ref(bill.currency, currencyName(bill.currency)),
    Line: [{ Amount: amount, LinkedTxn: [{ TxnId: bill.id, TxnType: 'Bill' }] }],
  }
}
