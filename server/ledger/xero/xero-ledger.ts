import type { Ledger } from '../port.ts'
import { attachFile } from './attach-file.ts'
import { changedBills } from './changed-bills.ts'
import { createContactBook } from './contact-book.ts'
import { findBills } from './find-bills.ts'
import { noteOnBill } from './note-on-bill.ts'
import { readBills, readWholeBills } from './read-bills.ts'
import { writeBills } from './write-bills.ts'
import { readXeroLists } from './xero-lists.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** Xero takes any number of bills in a call but asks for no more than these (facts/xero.md, Batch writes). */
const BATCH = 50
/** Of the 3.5 MB that Xero takes in a call, what our own form of the bills may be. */
const BYTES = 1_500_000

/** One organisation of Xero behind the port. */
export function createXeroLedger(xero: XeroOrganisation): Ledger {
  const book = createContactBook(xero)
  return {
    batch: BATCH,
    batchBytes: BYTES,
    lists: () => readXeroLists(xero),
    find: async keys => (await findBills(xero, book, keys)).map(({ bill }) => bill),
    standing: keys => findBills(xero, book, keys),
    read: bills => readBills(xero, bills),
    readWhole: bills => readWholeBills(xero, bills),
    changedSince: (since, kinds) => changedBills(xero, since, kinds),
    attach: (bill, file) => attachFile(xero, bill, file),
    note: (bill, text, key) => noteOnBill(xero, bill, text, key),
    create: (bills, key) => writeBills(xero, book, bills, key, null),
    update: (bills, key) =>
      writeBills(
        xero,
        book,
        bills,
        key,
        bills.map(({ id }) => id),
      ),
  }
}
