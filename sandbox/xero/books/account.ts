export type AccountType =
  | 'BANK'
  | 'CURRENT'
  | 'CURRLIAB'
  | 'DIRECTCOSTS'
  | 'EQUITY'
  | 'EXPENSE'
  | 'FIXED'
  | 'INVENTORY'
  | 'OVERHEADS'
  | 'REVENUE'

export type AccountClass = 'ASSET' | 'EQUITY' | 'EXPENSE' | 'LIABILITY' | 'REVENUE'

export type SystemAccount = 'DEBTORS' | 'CREDITORS' | 'GST' | 'RETAINEDEARNINGS' | 'ROUNDING'

const classes: Record<AccountType, AccountClass> = {
  BANK: 'ASSET',
  CURRENT: 'ASSET',
  CURRLIAB: 'LIABILITY',
  DIRECTCOSTS: 'EXPENSE',
  EQUITY: 'EQUITY',
  EXPENSE: 'EXPENSE',
  FIXED: 'ASSET',
  INVENTORY: 'ASSET',
  OVERHEADS: 'EXPENSE',
  REVENUE: 'REVENUE',
}

/** The class an account type belongs to, as the accounts list reports it. */
export function classOf(type: AccountType): AccountClass {
  return classes[type]
}

/** Whether a line of a bill may be posted to such an account: no bank, and of the system accounts only Rounding. */
export function takesBillLines(account: { type: AccountType; systemAccount?: SystemAccount }): boolean {
  if (account.type === 'BANK') return false
  return account.systemAccount === undefined || account.systemAccount === 'ROUNDING'
}
