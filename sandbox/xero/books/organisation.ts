import type { AccountType, SystemAccount } from './account.ts'
import type { LedgerDocument } from './ledger-document.ts'

export type Account = {
  accountId: string
  code: string
  name: string
  type: AccountType
  status: 'ACTIVE' | 'ARCHIVED'
  /** The tax type that a line takes when it names none. */
  taxType: string
  description?: string
  systemAccount?: SystemAccount
  updatedAt: Date
}

/** A tax rate of an organisation; `rate` is the effective percentage. */
export type TaxRate = {
  name: string
  taxType: string
  reportTaxType: string
  rate: number
  status: 'ACTIVE' | 'ARCHIVED'
  appliesTo: { assets: boolean; equity: boolean; expenses: boolean; liabilities: boolean; revenue: boolean }
}

export type Contact = {
  contactId: string
  name: string
  status: 'ACTIVE' | 'ARCHIVED'
  emailAddress: string
  accountNumber?: string
  contactNumber?: string
  taxNumber?: string
  isSupplier: boolean
  isCustomer: boolean
  updatedAt: Date
}

export type TrackingOption = { optionId: string; name: string; status: 'ACTIVE' | 'ARCHIVED' }

export type TrackingCategory = {
  categoryId: string
  name: string
  status: 'ACTIVE' | 'ARCHIVED'
  options: TrackingOption[]
}

/** Dates (YYYY-MM-DD) up to and including which the books are closed. */
export type LockDates = { period?: string | undefined; endOfYear?: string | undefined }

/** One organisation with its books; the sandbox holds everything in memory. */
export type Organisation = {
  tenantId: string
  name: string
  countryCode: string
  baseCurrency: string
  currencies: string[]
  timezone: string
  taxNumber: string
  shortCode: string
  createdAt: Date
  lockDates: LockDates
  accounts: Account[]
  taxRates: TaxRate[]
  contacts: Contact[]
  tracking: TrackingCategory[]
  documents: LedgerDocument[]
}
