import type { BillId } from '#lib/domain/ids.ts'
import type { BillToMake, Outcome } from '../port.ts'
import { batchIdOf, requestIdOf, sendBatch } from './batch.ts'
import type { CompanyFacts } from './company-facts.ts'
import { faultsOf } from './faults.ts'
import { privateNote } from './private-note.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { missingBill, readBill, stateOf } from './read-bill.ts'
import { transactionsOf } from './read-bills.ts'
import { notChangeable } from './refusal.ts'
import type { VendorBook } from './vendor-book.ts'
import { entityOf, type WireTransaction } from './wire-transaction.ts'
import { judge, type Posting, prepare } from './write-bills.ts'

/** What an update replaces, and what QuickBooks works out by itself. */
const replaced = [
  'Line',
  'TxnTaxDetail',
  'GlobalTaxCalculation',
  'CurrencyRef',
  'TotalAmt',
  'Balance',
  'HomeBalance',
  'HomeTotalAmt',
  'LinkedTxn',
  'MetaData',
  'VendorAddr',
  'domain',
]

/**
 * Changes bills that nothing was paid on; others are refused, because it is not sure that an edit keeps their
 * payments. Read, modify, write: what we leave out would be cleared. One that somebody changed in between
 * (5010) is read and written once more.
 */
export async function updateBills(
  company: QuickbooksCompany,
  book: VendorBook,
  bills: readonly (BillToMake & { id: BillId })[],
  key: string,
): Promise<Outcome[]> {
  const { postings, outcomes, facts } = await prepare(company, book, bills, key)
  const withIds = postings.flatMap(posting => {
    const id = bills[posting.place]?.id
    return id === undefined ? [] : [{ posting, id, kind: posting.bill.kind }]
  })
  let stale = withIds
  for (const part of ['update', 'update-again']) {
    const round = await write(company, stale, requestIdOf(key, part), facts)
    for (const [place, { outcome }] of round) outcomes[place] = outcome
    stale = stale.filter(({ posting }) => round.get(posting.place)?.stale)
  }
  return outcomes
}

interface Changing {
  posting: Posting
  id: BillId
  kind: 'bill' | 'credit'
}

async function write(
  company: QuickbooksCompany,
  changes: readonly Changing[],
  requestId: string,
  facts: CompanyFacts,
): Promise<Map<number, { outcome: Outcome; stale: boolean }>> {
  const results = new Map<number, { outcome: Outcome; stale: boolean }>()
  if (changes.length === 0) return results
  const standing = await transactionsOf(company, changes)
  const sent: { posting: Posting; bId: string; body: object }[] = []
  for (const [index, { posting, id, kind }] of changes.entries()) {
    const before = standing[index]
    const refuse = (outcome: Outcome) => results.set(posting.place, { outcome, stale: false })
    if (!before) refuse(notChangeable(missingBill(kind, id)))
    else if (stateOf(before) !== 'open')
      refuse(notChangeable(readBill(company, kind, before, facts.homeCurrency)))
    else sent.push({ posting, bId: batchIdOf(`${kind} ${id}`), body: merged(before, posting) })
  }
  if (sent.length === 0) return results
  const items = sent.map(({ posting, bId, body }) => ({
    bId,
    operation: 'update',
    [entityOf[posting.bill.kind]]: body,
  }))
  const answers = await sendBatch(company, items, requestId)
  for (const { posting, bId } of sent) {
    const answer = answers.get(bId)
    const stale = faultsOf(answer).some(({ code }) => code === '5010')
    results.set(posting.place, { outcome: judge(company, posting, answer, facts), stale })
  }
  return results
}

/** The whole bill: ours over what stands, without what is to be gone. */
function merged(before: WireTransaction, { wire, link, bill }: Posting): object {
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !replaced.includes(name)))
  return {
    ...kept,
    ...wire,
    PrivateNote: privateNote(link, bill.number, before.PrivateNote ?? ''),
    // A person may have chosen among several.
    ...(before.APAccountRef ? { APAccountRef: before.APAccountRef } : {}),
    Id: before.Id,
    SyncToken: before.SyncToken,
    sparse: false,
  }
}
