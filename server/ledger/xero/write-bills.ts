import type { Bill, BillKind } from '#lib/domain/bill.ts'
import type { Failure } from '#lib/domain/failure.ts'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import { equals } from '#lib/domain/money.ts'
import { type BillToMake, LedgerTrouble, type Outcome } from '../port.ts'
import type { ContactBook } from './contact-book.ts'
import { billIdOf, numberOf, readBill, type XeroBill } from './read-bill.ts'
import { sendBills, type WireBill } from './send-bills.ts'
import { wireCreditNote, wireInvoice } from './wire-bill.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** A bill on its way, and where its outcome belongs. */
interface Posting extends BillToMake {
  place: number
  contact: string
  /** Of the bill to change; null for one to make. */
  id: string | null
}

/** Xero's id of what it did not make. */
const NOTHING = '00000000-0000-0000-0000-000000000000'

/** Creates (`ids` null) or updates. Bills and credit notes go in calls of their own. */
export async function writeBills(
  xero: XeroOrganisation,
  book: ContactBook,
  bills: readonly BillToMake[],
  key: string,
  ids: readonly string[] | null,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = bills.map(() => ({ kind: 'unknown' }))
  const postings: Posting[] = []
  for (const [place, resolved] of (await book.resolve(bills, key)).entries()) {
    const toMake = bills[place]
    if ('refused' in resolved) outcomes[place] = resolved.refused
    else if (toMake) postings.push({ ...toMake, place, contact: resolved.id, id: ids?.[place] ?? null })
  }
  for (const kind of ['bill', 'credit'] as const) {
    const some = postings.filter(({ bill }) => bill.kind === kind)
    for (const { posting, outcome } of await post(xero, kind, some, `${key}-${kind}`, ids !== null)) {
      outcomes[posting.place] = outcome
    }
  }
  return outcomes
}

/**
 * One call for all. Where Xero refuses the request as a whole (one unknown id is enough), nothing was done,
 * and each half goes by itself, down to the one at fault.
 */
async function post(
  xero: XeroOrganisation,
  kind: BillKind,
  postings: readonly Posting[],
  key: string,
  update: boolean,
): Promise<{ posting: Posting; outcome: Outcome }[]> {
  const [first] = postings
  if (!first) return []
  const answer = await sendBills(xero, kind, postings.map(wire), key, update)
  if (answer.ok) {
    return postings.map((posting, index) => ({
      posting,
      outcome: judge(xero, posting, matching(posting, answer.bills, index, postings.length)),
    }))
  }
  // An earlier call of the same key said something else: what became of it has to be looked up.
  if (/idempotency/i.test(answer.text)) throw new LedgerTrouble('unknown-outcome', answer.text)
  if (postings.length === 1) return [{ posting: first, outcome: refused(answer.text) }]
  const half = Math.ceil(postings.length / 2)
  return [
    ...(await post(xero, kind, postings.slice(0, half), `${key}-a`, update)),
    ...(await post(xero, kind, postings.slice(half), `${key}-b`, update)),
  ]
}

function wire(posting: Posting): WireBill {
  const { contact, id } = posting
  return posting.bill.kind === 'bill'
    ? { ...wireInvoice(posting, contact), ...(id ? { invoiceID: id } : {}) }
    : { ...wireCreditNote(posting, contact), ...(id ? { creditNoteID: id } : {}) }
}

/** The answer that belongs to a bill: by id or our link, else by number and contact, its own place first. */
function matching(
  { bill, link, id, contact }: Posting,
  answers: readonly XeroBill[],
  index: number,
  count: number,
): XeroBill | undefined {
  const byId = id === null ? undefined : answers.find(answer => billIdOf(answer) === id)
  const byLink = bill.kind === 'bill' ? answers.find(answer => answer.url === link) : undefined
  if (byId ?? byLink) return byId ?? byLink
  const alike = answers.filter(
    answer => numberOf(answer) === bill.number && (answer.contact?.contactID ?? contact) === contact,
  )
  const inPlace = answers.length === count ? answers[index] : undefined
  if (inPlace && alike.includes(inPlace)) return inPlace
  return alike.length === 1 ? alike[0] : undefined
}

/** What an answer says of its bill; without one the outcome is unknown, and is looked up. */
function judge({ appUrl }: XeroOrganisation, { bill }: Posting, answer: XeroBill | undefined): Outcome {
  if (answer === undefined) return { kind: 'unknown' }
  const messages = (answer.validationErrors ?? []).map(error => error.message ?? '').filter(Boolean)
  const failed = answer.hasErrors || answer.statusAttributeString === 'ERROR' || billIdOf(answer) === NOTHING
  if (failed || messages.length > 0)
    return refused(messages.join(' ') || 'Xero refused the bill without saying why')
  const posted = readBill(appUrl, bill.kind, answer)
  return equals(posted.total, bill.total)
    ? { kind: 'posted', bill: posted }
    : totalsDiffer(bill.total, posted)
}

function refused(text: string): Outcome {
  const raw = text.slice(0, 4000)
  const failure: Failure = { code: recogniseFailure('xero', raw).code, raw, billState: null }
  return { kind: 'refused', failure, bill: null }
}

/** The draft stands, so that a person can open it; a retry changes it and makes no second one. */
function totalsDiffer(total: string, posted: Bill): Outcome {
  const raw = `Invoice: ${total}. Bill in Xero: ${posted.total}.`
  return { kind: 'refused', failure: { code: 'totals-differ', raw, billState: posted.state }, bill: posted }
}
