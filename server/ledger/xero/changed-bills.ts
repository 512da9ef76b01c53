import type { Bill, BillKind } from '#lib/domain/bill.ts'
import type { Instant } from '#lib/domain/instant.ts'
import { type BillsPage, listBills, listCredits } from './list-bills.ts'
import { readBill } from './read-bill.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** Bills and credits that were changed since, in any state: a call a kind and a thousand of them. */
export async function changedBills(
  xero: XeroOrganisation,
  since: Instant,
  kinds: readonly BillKind[],
): Promise<Bill[]> {
  // Xero counts whole seconds, and names what was changed after the one told.
  const after = new Date(Math.floor(Date.parse(since) / 1000) * 1000 - 1000)
  const where = 'Type=="ACCPAY"'
  const pageOf = {
    bill: async (page: number): Promise<BillsPage> =>
      (await listBills(xero, { since: after, where }, page)) ?? { bills: [], pages: 0 },
    credit: (page: number): Promise<BillsPage> => listCredits(xero, null, page, after),
  }
  const changed: Bill[] = []
  for (const kind of kinds) {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await pageOf[kind](page)
      pages = answer.pages
      changed.push(...answer.bills.map(seen => readBill(xero.appUrl, kind, seen)))
    }
  }
  return changed
}
