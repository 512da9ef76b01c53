import type { Ledger } from '../port.ts'
import { findBills } from './find-bills.ts'
import { readBills } from './read-bills.ts'
import { writeBills } from './write-bills.ts'
import { readXeroLists } from './xero-lists.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** Xero takes any number of bills in a call but asks for no more than these (facts/xero.md, Batch writes). */
const BATCH = 50

/** One organisation of Xero behind the port. */
export function createXeroLedger(xero: XeroOrganisation): Ledger {
  const ids = (bills: readonly { id: string }[]) => bills.map(({ id }) => id)
  return {
    batch: BATCH,
    lists: () => readXeroLists(xero.api, xero.tenant),
    find: keys => findBills(xero, keys),
    read: bills => readBills(xero, bills),
    create: (bills, key) => writeBills(xero, bills, key, null),
    update: (bills, key) => writeBills(xero, bills, key, ids(bills)),
  }
}
