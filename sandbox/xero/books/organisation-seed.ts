import type { AccountType, SystemAccount } from './account.ts'
import type { LockDates, TaxRate } from './organisation.ts'

export type AccountSeed = {
  code: string
  name: string
  type: AccountType
  taxType: string
  description?: string
  archived?: boolean
  systemAccount?: SystemAccount
}

export type ContactSeed = { name: string; archived?: boolean; emailAddress?: string }

/** What an organisation holds when the sandbox starts or is reset. */
export type OrganisationSeed = {
  tenantId: string
  name: string
  countryCode: string
  baseCurrency: string
  /** Currencies it is subscribed to, the base currency among them. */
  currencies: string[]
  timezone: string
  taxNumber: string
  lockDates?: LockDates
  accounts: AccountSeed[]
  taxRates: TaxRate[]
  contacts: ContactSeed[]
  tracking: { name: string; options: string[] }[]
}
