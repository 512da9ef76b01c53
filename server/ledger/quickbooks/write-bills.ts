import type { Bill } from '#lib/domain/bill.ts'
import { equals } from '#lib/domain/money.ts'
import { isOtherLink } from '../other-link.ts'
import { type BillToMake, LedgerTrouble, type Outcome } from '../port.ts'
import { type BatchAnswer, batchIdOf, requestIdOf, sendBatch } from './batch.ts'
import type { CompanyFacts } from './company-facts.ts'
import { factsOf, freshFacts } from './facts-of.ts'
import { faultsOf, faultText, isTrouble } from './faults.ts'
import { isSame } from './find-bills.ts'
import { bearsLink, linkIn } from './private-note.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { readBill } from './read-bill.ts'
import { transactionsOf } from './read-bills.ts'
import { asksFirst, refusal, totalsDiffer } from './refusal.ts'
import type { VendorBook } from './vendor-book.ts'
import { type Wired, wireBill } from './wire-bill.ts'
import { entityOf, type TransactionToSend, WireTransaction } from './wire-transaction.ts'

/** A bill on its way, and where its outcome belongs. */
export interface Posting extends BillToMake {
  place: number
  vendor: string
  wire: TransactionToSend
}

/** What is to be sent, and the outcomes of what is not; those of the others stand as unknown. */
export interface Prepared {
  postings: Posting[]
  outcomes: Outcome[]
  facts: CompanyFacts
}

/** Finds each bill its vendor and its accounts; what has none of them is refused before anything is sent. */
export async function prepare(
  company: QuickbooksCompany,
  book: VendorBook,
  bills: readonly BillToMake[],
  key: string,
): Promise<Prepared> {
  const outcomes: Outcome[] = bills.map(() => ({ kind: 'unknown' }))
  const postings: Posting[] = []
  const vendors = await book.resolve(bills, key)
  const wired = (facts: CompanyFacts) =>
    bills.map((one, place): Wired | null => {
      const vendor = vendors[place]
      return vendor && 'id' in vendor ? wireBill(one, vendor.id, facts) : null
    })
  let facts = await factsOf(company)
  let all = wired(facts)
  if (all.some(one => one && !one.ok && /-unknown$|^foreign-/.test(one.failure.code))) {
    facts = await freshFacts(company)
    all = wired(facts)
  }
  for (const [place, toMake] of bills.entries()) {
    const vendor = vendors[place]
    const one = all[place]
    if (vendor && 'refused' in vendor) outcomes[place] = vendor.refused
    else if (one && !one.ok) outcomes[place] = { kind: 'refused', failure: one.failure, bill: null }
    else if (one && vendor) postings.push({ ...toMake, place, vendor: vendor.id, wire: one.wire })
  }
  return { postings, outcomes, facts }
}

/** Makes bills and vendor credits, all in one batch, each by itself. */
export async function createBills(
  company: QuickbooksCompany,
  book: VendorBook,
  bills: readonly BillToMake[],
  key: string,
): Promise<Outcome[]> {
  const { postings, outcomes, facts } = await prepare(company, book, bills, key)
  if (postings.length === 0) return outcomes
  const items = postings.map((posting, index) => ({
    bId: batchIdOf(identity(posting, postings.slice(0, index))),
    operation: 'create',
    [entityOf[posting.bill.kind]]: posting.wire,
  }))
  const answers = await sendBatch(company, items, requestIdOf(key, 'create'))
  if (![...answers.keys()].some(bId => items.some(item => item.bId === bId)))
    throw new LedgerTrouble('unknown-outcome', 'The answer is that of another request under the same id')
  const taken: Posting[] = []
  for (const [index, posting] of postings.entries()) {
    const answer = answers.get(items[index]?.bId ?? '')
    if (faultsOf(answer).some(({ code }) => code === '6140')) taken.push(posting)
    outcomes[posting.place] = judge(company, posting, answer, facts)
  }
  for (const [place, outcome] of await ownAmong(company, taken, outcomes, facts)) outcomes[place] = outcome
  return outcomes
}

/** What a bill is told apart by within its batch, in whatever order it is sent: two of a kind are counted. */
function identity({ link, bill }: Posting, before: readonly Posting[]): string {
  const alike = before.filter(one => one.link === link && one.bill.content === bill.content)
  return `${link} ${bill.content} ${alike.length}`
}

/** What an answer says of its bill; without one the outcome is unknown, and is looked up. */
export function judge(
  company: QuickbooksCompany,
  { bill, link }: Posting,
  answer: BatchAnswer | undefined,
  { homeCurrency }: CompanyFacts,
): Outcome {
  const faults = faultsOf(answer)
  if (isTrouble(faults)) return { kind: 'unknown' }
  if (faults.length > 0) return refusal(faultText(faults))
  const seen = WireTransaction.safeParse(answer?.[entityOf[bill.kind]])
  if (!seen.success || !bearsLink(seen.data.PrivateNote, link)) return { kind: 'unknown' }
  return posted(bill, readBill(company, bill.kind, seen.data, homeCurrency))
}

function posted({ total, currency }: BillToMake['bill'], bill: Bill): Outcome {
  return equals(bill.total, total) && bill.currency === currency
    ? { kind: 'posted', bill }
    : totalsDiffer(total, bill)
}

const ASSIGNED = /assigned to TxnType=(Bill|VendorCredit) with TxnId=(\d+)/

/**
 * Whose number was taken (6140): the answer names the bill that has it. Is that the very bill, made by an
 * earlier call whose answer was lost or by a person, then nothing is missing.
 */
async function ownAmong(
  company: QuickbooksCompany,
  taken: readonly Posting[],
  outcomes: readonly Outcome[],
  { homeCurrency }: CompanyFacts,
): Promise<[place: number, outcome: Outcome][]> {
  const named = taken.flatMap(posting => {
    const outcome = outcomes[posting.place]
    const found = outcome?.kind === 'refused' ? ASSIGNED.exec(outcome.failure.raw) : null
    const { kind } = posting.bill
    return found?.[2] && found[1] === entityOf[kind] ? [{ posting, kind, id: found[2] }] : []
  })
  if (named.length === 0) return []
  const standing = await transactionsOf(company, named)
  return named.flatMap(({ posting, kind }, index): [number, Outcome][] => {
    const seen = standing[index]
    if (!seen) return []
    const { bill: key, link, despite, vendor, place } = posting
    const bill = readBill(company, kind, seen, homeCurrency)
    // Another invoice's, or said to be another bill: that the number is taken is told as it is.
    if (isOtherLink(linkIn(seen.PrivateNote), link) || despite?.some(other => other === seen.Id)) return []
    if (isSame(seen, { key: { ...key, link }, vendors: [vendor] }, homeCurrency))
      return [[place, { kind: 'posted', bill }]]
    return bearsLink(seen.PrivateNote, link) ? [[place, asksFirst(bill)]] : []
  })
}
