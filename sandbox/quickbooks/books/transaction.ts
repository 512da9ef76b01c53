import type Big from 'big.js'
import type { Stamp } from './stamp.ts'

export type TransactionKind = 'Bill' | 'VendorCredit'

/** How tax is applied outside the US. */
export type TaxCalculation = 'TaxExcluded' | 'TaxInclusive' | 'NotApplicable'

/** A line posted to an account; amounts in the transaction's currency, two decimals. */
export type Line = {
  id: string
  description?: string | undefined
  /** Without tax, also where amounts were given with tax. */
  amount: Big
  /** With tax, where amounts are inclusive. */
  gross?: Big | undefined
  accountId: string
  classId?: string | undefined
  taxCodeId?: string | undefined
}

/** The tax at one rate over all lines; `override` is how far it was moved from what the rate gives. */
export type TaxLine = { rateId: string; percent: number; net: Big; amount: Big; override?: Big | undefined }

/** A payment a person recorded on a bill; it shows as the linked transaction `BillPaymentCheck`. */
export type Payment = Stamp & { id: string; date: string; amount: Big }

export type HistoryRecord = { what: string; details: string; by: string; at: Date }

/** A bill or a vendor's credit. It posts the moment it is saved; there are no drafts. Dates are YYYY-MM-DD. */
export type Transaction = Stamp & {
  id: string
  kind: TransactionKind
  docNumber?: string | undefined
  txnDate: string
  dueDate?: string | undefined
  vendorId: string
  apAccountId: string
  departmentId?: string | undefined
  termId?: string | undefined
  currency: string
  /** Units of the home currency for one of the transaction's. */
  exchangeRate: Big
  privateNote?: string | undefined
  taxCalculation: TaxCalculation
  lines: Line[]
  taxLines: TaxLine[]
  payments: Payment[]
  status: 'posted' | 'voided' | 'deleted'
  history: HistoryRecord[]
  /** The client id of the app that created it, or a person's name. */
  createdBy: string
}
