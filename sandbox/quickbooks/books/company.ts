import type { Account } from './account.ts'
import type { Attachable } from './attachable.ts'
import type { Plan } from './plan.ts'
import type { Stamp } from './stamp.ts'
import type { TaxCode, TaxRate } from './tax.ts'
import type { Transaction } from './transaction.ts'
import type { OtherName, Vendor } from './vendor.ts'

/** A class or a location (department). */
export type Tag = Stamp & { id: string; name: string; active: boolean }

export type Currency = Stamp & { id: string; code: string; name: string; active: boolean }

export type Term = Stamp & { id: string; name: string; dueDays: number; active: boolean }

/** What was deleted, for those who ask what changed. */
export type Tombstone = { entity: string; id: string; at: Date }

/** What numbers are counted for: names share one sequence, and so do all transactions. */
export type IdKind = 'account' | 'name' | 'transaction' | 'tax' | 'tag' | 'currency' | 'term' | 'attachable'

/** One company with its books; the sandbox holds everything in memory. */
export type Company = Stamp & {
  realmId: string
  name: string
  country: string
  homeCurrency: string
  timezone: string
  taxNumber: string
  plan: Plan
  multicurrency: boolean
  /** `ended`: everything can be read, nothing written (6190). */
  subscription: 'active' | 'ended'
  /** `none`: the person who connected the app was taken out of the company (120). */
  access: 'full' | 'none'
  /** Books are closed up to and including this date (YYYY-MM-DD). */
  closeDate?: string | undefined
  /** Whether a bill number already used is refused (6140). */
  refusesDuplicateNumbers: boolean
  accounts: Account[]
  vendors: Vendor[]
  otherNames: OtherName[]
  taxRates: TaxRate[]
  taxCodes: TaxCode[]
  classes: Tag[]
  departments: Tag[]
  currencies: Currency[]
  terms: Term[]
  transactions: Transaction[]
  attachables: Attachable[]
  tombstones: Tombstone[]
  /** The next free id of a sequence; ids are never used twice. */
  nextId(kind: IdKind): string
}

/** US companies take the codes TAX and NON only, and compute no tax on bills. */
export function isUnitedStates(company: Company): boolean {
  return company.country === 'US'
}
