import { equals } from '#lib/domain/money.ts'
import { isOtherLink } from '../other-link.ts'
import type { BillKey, Standing } from '../port.ts'
import type { ContactBook, MeantContacts } from './contact-book.ts'
import { type BillsPage, listBills, listCredits } from './list-bills.ts'
import { billIdOf, numberOf, readBill, type XeroBill } from './read-bill.ts'
import { chunks, NAMES, quoted, type XeroOrganisation } from './xero-organisation.ts'

/** So many credits are asked for by number in one call: they are named in a filter, which is longer. */
const CREDITS = 10

/** So many bills that may be the same are shown. */
const MOST_ALIKE = 3

interface Wanted extends MeantContacts {
  key: BillKey
}

/**
 * Bills by our link, else by number, contact and total, in the order asked, and what else may be the same. Up to
 * forty numbers are asked for in one call, whoever's bills they are. More are looked for among all bills of their
 * suppliers and of the contacts written like them, a thousand a page, so that the cost does not grow with what is
 * exported; where those pages would be more, by numbers after all.
 */
export async function findBills(
  xero: XeroOrganisation,
  book: ContactBook,
  keys: readonly BillKey[],
): Promise<Standing[]> {
  const contacts = await book.meant(keys.map(({ contact }) => contact))
  const wanted = keys.map((key, index) => ({ key, ...(contacts[index] ?? { sure: [], alike: [] }) }))
  const bills = await standingBills(xero, of(wanted, 'bill'))
  const credits = await standingCredits(xero, of(wanted, 'credit'))
  return wanted.map(one => {
    const { kind, link, despite = [] } = one.key
    const seen = kind === 'bill' ? bills : credits
    const ours = seen.filter(({ url }) => link !== null && url === link)
    const others = seen.filter(bill => !ours.includes(bill) && !despite.some(id => id === billIdOf(bill)))
    const match =
      ours.find(bill => same(bill, one)) ??
      ours[0] ??
      others.find(bill => same(bill, one) && !isOtherLink(bill.url, link))
    const alike = others.filter(bill => bill !== match && mayBeSame(bill, one)).slice(0, MOST_ALIKE)
    return {
      bill: match ? readBill(xero.appUrl, kind, match) : null,
      alike: alike.map(bill => readBill(xero.appUrl, kind, bill)),
    }
  })
}

function of(wanted: readonly Wanted[], kind: BillKey['kind']): Wanted[] {
  return wanted.filter(({ key }) => key.kind === kind)
}

async function standingBills(xero: XeroOrganisation, wanted: readonly Wanted[]): Promise<XeroBill[]> {
  const numbers = [...new Set(wanted.map(({ key }) => key.number))]
  const byNumber = Math.ceil(numbers.length / NAMES)
  const suppliers = chunks([...new Set(wanted.flatMap(({ sure, alike }) => [...sure, ...alike]))], NAMES)
  if (byNumber > 1) {
    let left = byNumber
    const all: XeroBill[] = []
    for (const contactIds of suppliers) {
      const some = await pages(page => listed(xero, { contactIds }, page), left)
      if (some === null) return billsOfNumbers(xero, numbers)
      all.push(...some.bills)
      left -= some.calls
    }
    return all
  }
  return billsOfNumbers(xero, numbers)
}

async function billsOfNumbers(xero: XeroOrganisation, numbers: readonly string[]): Promise<XeroBill[]> {
  const all: XeroBill[] = []
  // xero-node joins numbers with commas, unescaped: one that holds a comma is asked for by itself.
  for (const some of chunks(
    numbers.filter(number => !number.includes(',')),
    NAMES,
  )) {
    all.push(...(await everything(page => listed(xero, { numbers: some }, page))))
  }
  for (const number of numbers.filter(number => number.includes(','))) {
    const where = `Type=="ACCPAY" AND InvoiceNumber==${quoted(number)}`
    all.push(...(await everything(page => listed(xero, { where }, page))))
  }
  return all
}

async function standingCredits(xero: XeroOrganisation, wanted: readonly Wanted[]): Promise<XeroBill[]> {
  const numbers = [...new Set(wanted.map(({ key }) => key.number))]
  const standing = 'Status!="VOIDED" AND Status!="DELETED"'
  const byNumber = Math.ceil(numbers.length / CREDITS)
  const all = byNumber > 1 ? await pages(page => listCredits(xero, standing, page), byNumber) : null
  if (all) return all.bills
  const some: XeroBill[] = []
  for (const named of chunks(numbers, CREDITS)) {
    const either = named.map(number => `CreditNoteNumber==${quoted(number)}`).join(' OR ')
    some.push(...(await everything(page => listCredits(xero, `${standing} AND (${either})`, page))))
  }
  return some
}

async function listed(xero: XeroOrganisation, by: Parameters<typeof listBills>[1], page: number) {
  return (await listBills(xero, by, page)) ?? { bills: [], pages: page }
}

/** All pages, or null as soon as they would be more than `most`. */
async function pages(
  read: (page: number) => Promise<BillsPage>,
  most: number,
): Promise<{ bills: XeroBill[]; calls: number } | null> {
  const bills: XeroBill[] = []
  for (let page = 1; page <= most; page += 1) {
    const answer = await read(page)
    bills.push(...answer.bills)
    if (answer.pages <= page) return { bills, calls: page }
    if (answer.pages > most) return null
  }
  return null
}

async function everything(read: (page: number) => Promise<BillsPage>): Promise<XeroBill[]> {
  return (await pages(read, Number.POSITIVE_INFINITY))?.bills ?? []
}

/** The same contact, number, total and currency: the same bill, whoever entered it. */
function same(bill: XeroBill, one: Wanted): boolean {
  return ofContact(bill, one) && ofNumber(bill, one) && ofTotal(bill, one)
}

/** The number, and one of the two others: the contact, or what it comes to. */
function mayBeSame(bill: XeroBill, one: Wanted): boolean {
  return ofNumber(bill, one) && (ofContact(bill, one) || ofTotal(bill, one))
}

function ofContact({ contact }: XeroBill, { sure }: Wanted): boolean {
  return sure.includes(contact?.contactID ?? '')
}

function ofNumber(bill: XeroBill, { key }: Wanted): boolean {
  return numberOf(bill) === key.number
}

function ofTotal({ total, currencyCode }: XeroBill, { key }: Wanted): boolean {
  return total !== undefined && equals(total, key.total) && (currencyCode ?? key.currency) === key.currency
}
