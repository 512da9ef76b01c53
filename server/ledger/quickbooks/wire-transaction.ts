import Big from 'big.js'
import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import { Ref } from './wire-lists.ts'

/** The entity of a kind of bill. */
export const entityOf: Record<BillKind, 'Bill' | 'VendorCredit'> = { bill: 'Bill', credit: 'VendorCredit' }

const amount = z.union([z.number(), z.string()]).transform(value => new Big(value))

/** A bill or vendor credit as QuickBooks answers it; what is not named here is kept as it came. */
export const WireTransaction = z.looseObject({
  Id: z.string(),
  SyncToken: z.string(),
  DocNumber: z.string().nullish(),
  TxnDate: z.string().nullish(),
  VendorRef: Ref,
  APAccountRef: Ref.nullish(),
  CurrencyRef: Ref.nullish(),
  PrivateNote: z.string().nullish(),
  LinkedTxn: z.array(z.looseObject({ TxnType: z.string().default('') })).nullish(),
  TotalAmt: amount.default(new Big(0)),
  Balance: amount.nullish(),
  MetaData: z.looseObject({ LastUpdatedTime: z.string().nullish() }).nullish(),
})
export type WireTransaction = z.infer<typeof WireTransaction>

type Reference = { value: string }

/** A line as it is sent: the account, and nothing that an item would need. */
export interface LineToSend {
  Description: string
  Amount: number
  DetailType: 'AccountBasedExpenseLineDetail'
  AccountBasedExpenseLineDetail: { ClassRef?: Reference; AccountRef: Reference; TaxCodeRef?: Reference }
}

/** The tax at one rate. */
export interface TaxLineToSend {
  Amount: number
  DetailType: 'TaxLineDetail'
  TaxLineDetail: { TaxRateRef: Reference; PercentBased: true; TaxPercent: number; NetAmountTaxable: number }
}

/** A bill or vendor credit as it is sent. */
export interface TransactionToSend {
  DocNumber: string
  TxnDate: string
  DepartmentRef?: Reference
  CurrencyRef?: Reference
  PrivateNote: string
  Line: LineToSend[]
  TxnTaxDetail?: { TotalTax: number; TaxLine: TaxLineToSend[] }
  VendorRef: Reference
  APAccountRef?: Reference
  GlobalTaxCalculation?: 'TaxExcluded' | 'NotApplicable'
  DueDate?: string
}
