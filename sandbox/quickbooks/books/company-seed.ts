import type { AccountType } from './account.ts'
import type { Plan } from './plan.ts'

export type AccountSeed = {
  number?: string
  name: string
  type: AccountType
  subType: string
  currency?: string
  inactive?: boolean
}

export type TaxRateSeed = { key: string; name: string; percent: number; inactive?: boolean }

/** Rates by their `key`; `id` fixes the code's id (`TAX`, `NON`). */
export type TaxCodeSeed = {
  id?: string
  name: string
  description: string
  taxable: boolean
  sales: string[]
  purchases: string[]
  inactive?: boolean
}

export type VendorSeed = { name: string; currency?: string; taxNumber?: string; inactive?: boolean }

/** What a company holds when the sandbox starts or is reset. */
export type CompanySeed = {
  realmId: string
  name: string
  country: string
  homeCurrency: string
  timezone: string
  taxNumber: string
  plan: Plan
  multicurrency: boolean
  /** Currencies it deals in besides its own. */
  currencies: string[]
  closeDate?: string
  accounts: AccountSeed[]
  taxRates: TaxRateSeed[]
  taxCodes: TaxCodeSeed[]
  vendors: VendorSeed[]
  customers: string[]
  classes: string[]
  departments: string[]
}
