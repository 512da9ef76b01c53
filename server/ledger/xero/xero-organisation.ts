import type { XeroClient } from 'xero-node'
import type { Contact, LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { Pace } from '../pace.ts'

export { chunks } from '../chunks.ts'
export { normalised } from '../normalised.ts'

/** The lists as known already, so that a batch costs no reads; and what was learned of contacts since. */
export interface KnownLists {
  read(): Promise<LedgerLists>
  keepContacts(contacts: readonly Contact[]): Promise<void>
}

/** One organisation of Xero, as its calls need it. */
export interface XeroOrganisation {
  api: XeroClient['accountingApi']
  tenant: string
  /** Where a person opens a bill: `https://go.xero.com`. */
  appUrl: string
  pace: Pace
  /** Nobody waits for these calls: they leave a minute's last ones to people. */
  patient: boolean
  /** The token that calls go out with now. */
  token(): string
  /** Gets another token than this one, which Xero refused. @throws LedgerTrouble `connection-lost` */
  renewToken(refused: string): Promise<void>
  known: KnownLists
}

/** The most numbers or ids that one GET may name (facts/xero.md, Reading back). */
export const NAMES = 40
/** The most that one page of a list may hold. */
export const PAGE = 1000

/** A text within a `where` filter. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
