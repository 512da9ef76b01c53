import type { Ledger } from '../port.ts'
import { attachFile } from './attach-file.ts'
import { BATCH } from './batch.ts'
import { changedBills } from './changed-bills.ts'
import { findBills } from './find-bills.ts'
import { noteOnBill } from './note-on-bill.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { readQuickbooksLists } from './quickbooks-lists.ts'
import { readBills } from './read-bills.ts'
import { readWholeBills } from './read-whole.ts'
import { updateBills } from './update-bills.ts'
import { createVendorBook } from './vendor-book.ts'
import { createBills } from './write-bills.ts'

/** How much of our own form of the bills goes in one batch: no limit is known, and Xero's does. */
const BYTES = 1_500_000

/** One company of QuickBooks Online behind the port. It has no drafts: what is made is posted. */
export function createQuickbooksLedger(company: QuickbooksCompany): Ledger {
  const book = createVendorBook(company)
  return {
    batch: BATCH,
    batchBytes: BYTES,
    lists: () => readQuickbooksLists(company),
    find: async keys => (await findBills(company, book, keys)).map(({ bill }) => bill),
    standing: keys => findBills(company, book, keys),
    read: bills => readBills(company, bills),
    readWhole: bills => readWholeBills(company, bills),
    changedSince: (since, kinds) => changedBills(company, since, kinds),
    attach: (bill, file) => attachFile(company, bill, file),
    note: (bill, text, key) => noteOnBill(company, bill, text, key),
    create: (bills, key) => createBills(company, book, bills, key),
    update: (bills, key) => updateBills(company, book, bills, key),
  }
}
