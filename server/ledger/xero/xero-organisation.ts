import type { XeroClient } from 'xero-node'
import type { Contact, LedgerLists } from '#lib/domain/ledger-lists.ts'

/** The lists as known already, so that a batch costs no reads; and what a write adds to them. */
export interface KnownLists {
  read(): Promise<LedgerLists>
  addContacts(contacts: readonly Contact[]): Promise<void>
}

/** One organisation of Xero, as its calls need it. */
export interface XeroOrganisation {
  api: XeroClient['accountingApi']
  tenant: string
  /** Where a person opens a bill: `https://go.xero.com`. */
  appUrl: string
  known: KnownLists
}

/** The most numbers or ids that one GET may name (facts/xero.md, Reading back). */
export const NAMES = 40
export const PAGE = 100

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** A supplier's name as it is compared: without case, width and doubled blanks. */
export function normalised(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
