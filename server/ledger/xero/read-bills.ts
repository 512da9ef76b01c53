import type { Bill, BillKind } from '#lib/domain/bill.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { listBills, listCredits } from './list-bills.ts'
import { billIdOf, missingBill, readBill, type XeroBill } from './read-bill.ts'
import { readWhole } from './read-whole.ts'
import { chunks, NAMES, quoted, type XeroOrganisation } from './xero-organisation.ts'

/** So many credits are asked for by id in one call: they are named in a filter, which is longer. */
const CREDITS = 10

type Named = { id: BillId; kind: BillKind }

/** Bills as they stand now, in the order asked; one that Xero does not know is `missing`. */
export async function readBills(xero: XeroOrganisation, bills: readonly Named[]): Promise<Bill[]> {
  const seen = await billsByIds(xero, bills, false)
  return bills.map(({ id, kind }) => {
    const bill = seen.get(id)
    return bill ? readBill(xero.appUrl, kind, bill) : missingBill(kind, id)
  })
}

/** The same with their lines; null for one that Xero does not know. */
export async function readWholeBills(
  xero: XeroOrganisation,
  bills: readonly Named[],
): Promise<(BillWhole | null)[]> {
  const seen = await billsByIds(xero, bills, true)
  return bills.map(({ id, kind }) => {
    const bill = seen.get(id)
    return bill ? readWhole(xero.appUrl, kind, bill) : null
  })
}

async function billsByIds(
  xero: XeroOrganisation,
  bills: readonly Named[],
  whole: boolean,
): Promise<Map<string, XeroBill>> {
  const seen = new Map<string, XeroBill>()
  const keep = (some: readonly XeroBill[]) => {
    for (const one of some) seen.set(billIdOf(one) ?? '', one)
  }
  const idsOf = (wanted: BillKind) =>
    bills.filter(({ id, kind }) => kind === wanted && isUuid(id)).map(({ id }) => id)
  for (const ids of chunks(idsOf('bill'), NAMES)) keep(await someBills(xero, ids, whole))
  for (const ids of chunks(idsOf('credit'), CREDITS)) {
    const either = ids.map(id => `CreditNoteID==Guid(${quoted(id)})`).join(' OR ')
    keep((await listCredits(xero, either)).bills)
  }
  return seen
}

async function someBills(xero: XeroOrganisation, ids: string[], whole: boolean): Promise<XeroBill[]> {
  const page = await listBills(xero, { ids, whole })
  if (page) return page.bills
  // One unknown id fails the whole request: ask for each half, down to the one that is missing.
  if (ids.length <= 1) return []
  const half = Math.ceil(ids.length / 2)
  return [
    ...(await someBills(xero, ids.slice(0, half), whole)),
    ...(await someBills(xero, ids.slice(half), whole)),
  ]
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
