import type { Stamp } from './stamp.ts'

/** The account types of a chart of accounts, in the words of the wire. */
export type AccountType =
  | 'Bank'
  | 'Accounts Receivable'
  | 'Other Current Asset'
  | 'Fixed Asset'
  | 'Accounts Payable'
  | 'Other Current Liability'
  | 'Equity'
  | 'Income'
  | 'Cost of Goods Sold'
  | 'Expense'

export type Classification = 'Asset' | 'Equity' | 'Expense' | 'Liability' | 'Revenue'

export type Account = Stamp & {
  id: string
  name: string
  /** The account's own number (`AcctNum`). */
  number?: string | undefined
  type: AccountType
  subType: string
  currency: string
  active: boolean
}

const classifications: Record<AccountType, Classification> = {
  Bank: 'Asset',
  'Accounts Receivable': 'Asset',
  'Other Current Asset': 'Asset',
  'Fixed Asset': 'Asset',
  'Accounts Payable': 'Liability',
  'Other Current Liability': 'Liability',
  Equity: 'Equity',
  Income: 'Revenue',
  'Cost of Goods Sold': 'Expense',
  Expense: 'Expense',
}

/** The classification an account type belongs to. */
export function classificationOf(type: AccountType): Classification {
  return classifications[type]
}
