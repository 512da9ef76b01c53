import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import type { Currency } from '#lib/domain/money.ts'
import { chunks } from '../chunks.ts'
import { isOtherLink } from '../other-link.ts'
import type { BillKey, Standing } from '../port.ts'
import { docNumber } from './doc-number.ts'
import { factsOf } from './facts-of.ts'
import { bearsLink, linkIn } from './private-note.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { currencyOf, readBill, stateOf } from './read-bill.ts'
import { type Selection, select, within } from './select.ts'
import type { VendorBook } from './vendor-book.ts'
import { entityOf, WireTransaction } from './wire-transaction.ts'

/** The most numbers, totals or vendors that one query names. */
const NAMES = 40
/** So many bills that may be the same are shown. */
const MOST_ALIKE = 3

interface Wanted {
  key: BillKey
  /** The vendors that the key may mean. */
  vendors: readonly string[]
}

/**
 * Bills by our link, else by number, vendor and total, in the order asked, and what else may be the same. QuickBooks cannot search the memo
 * that holds our link: it is looked for among the bills of the number, and among those of the vendor and total,
 * which finds one that was given another number. The queries for hundreds of keys go in one request.
 */
export async function findBills(
  company: QuickbooksCompany,
  book: VendorBook,
  keys: readonly BillKey[],
): Promise<Standing[]> {
  if (keys.length === 0) return []
  const vendors = await book.meant(keys.map(({ contact }) => contact))
  const wanted = keys.map((key, index) => ({ key, vendors: vendors[index] ?? [] }))
  const seen: Record<BillKind, WireTransaction[]> = { bill: [], credit: [] }
  const asked = (['bill', 'credit'] as const).flatMap(kind =>
    searches(
      kind,
      wanted.filter(({ key }) => key.kind === kind),
    ).map(selection => ({ kind, selection })),
  )
  const pages = await select(
    company,
    asked.map(({ selection }) => selection),
  )
  for (const [index, { kind }] of asked.entries()) {
    const some = z.array(WireTransaction).parse(pages[index])
    seen[kind].push(...some.filter(one => stateOf(one) !== 'voided'))
  }
  const { homeCurrency } = await factsOf(company)
  return wanted.map(one => {
    const { kind, link, despite = [] } = one.key
    const all = seen[kind]
    const ours = all.filter(({ PrivateNote }) => link !== null && bearsLink(PrivateNote, link))
    const others = unique(all).filter(bill => !ours.includes(bill) && !despite.some(id => id === bill.Id))
    const match =
      ours.find(bill => isSame(bill, one, homeCurrency)) ??
      ours[0] ??
      others.find(bill => isSame(bill, one, homeCurrency) && !isOtherLink(linkIn(bill.PrivateNote), link))
    const alike = others.filter(bill => bill !== match && mayBeSame(bill, one, homeCurrency))
    return {
      bill: match ? readBill(company, kind, match, homeCurrency) : null,
      alike: alike.slice(0, MOST_ALIKE).map(bill => readBill(company, kind, bill, homeCurrency)),
    }
  })
}

/** One search may have come upon what another did. */
function unique(bills: readonly WireTransaction[]): WireTransaction[] {
  return [...new Map(bills.map(bill => [bill.Id, bill])).values()]
}

function searches(kind: BillKind, wanted: readonly Wanted[]): Selection[] {
  const entity = entityOf[kind]
  const numbers = [...new Set(wanted.map(({ key }) => docNumber(key.number)))]
  const ours = wanted.filter(({ key, vendors }) => key.link !== null && vendors.length > 0)
  return [
    ...chunks(numbers, NAMES).map(some => ({ entity, where: within('DocNumber', some) })),
    ...chunks(ours, NAMES).map(some => ({
      entity,
      where: [
        within('TotalAmt', [...new Set(some.map(({ key }) => key.total))]),
        within('VendorRef', [...new Set(some.flatMap(({ vendors }) => vendors))]),
      ].join(' AND '),
      ifSearchable: true as const,
    })),
  ]
}

/** The same vendor, number, total and currency: the same bill, whoever entered it. */
export function isSame(bill: WireTransaction, one: Wanted, home: Currency): boolean {
  return ofVendor(bill, one) && ofNumber(bill, one) && ofTotal(bill, one, home)
}

/** The number, and one of the two others: the vendor, or what it comes to. */
function mayBeSame(bill: WireTransaction, one: Wanted, home: Currency): boolean {
  return ofNumber(bill, one) && (ofVendor(bill, one) || ofTotal(bill, one, home))
}

function ofVendor({ VendorRef }: WireTransaction, { vendors }: Wanted): boolean {
  return vendors.includes(VendorRef.value)
}

function ofNumber({ DocNumber }: WireTransaction, { key }: Wanted): boolean {
  return (DocNumber ?? '') === docNumber(key.number)
}

function ofTotal(bill: WireTransaction, { key }: Wanted, home: Currency): boolean {
  return bill.TotalAmt.eq(key.total) && currencyOf(bill, home) === key.currency
}
