import type { Contact, LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { CompanyFacts } from './company-facts.ts'
import type { RealmPace } from './realm-pace.ts'

/** What is known of a company already, so that a batch costs no reads; and what was learned since. */
export interface KnownCompany {
  lists(): Promise<LedgerLists>
  keepContacts(contacts: readonly Contact[]): Promise<void>
  /** Null where they have not been read yet, or too long ago. */
  facts(): CompanyFacts | null
  keepFacts(facts: CompanyFacts): void
}

/** One company of QuickBooks Online, as its calls need it. */
export interface QuickbooksCompany {
  /** `https://quickbooks.api.intuit.com`, without a slash at its end. */
  apiUrl: string
  /** The company's id (`realmId`). */
  realm: string
  /** Where a person opens a bill: `https://app.qbo.intuit.com`. */
  appUrl: string
  pace: RealmPace
  /** Nobody waits for these calls: they leave a minute's last ones to people. */
  patient: boolean
  /** The token that calls go out with now. */
  token(): string
  /** Gets another token than this one, which QuickBooks refused. @throws LedgerTrouble `connection-lost` */
  renewToken(refused: string): Promise<void>
  known: KnownCompany
}
