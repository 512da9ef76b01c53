import { z } from 'zod'
import { XeroBill } from './read-bill.ts'
import { callXero } from './xero-api.ts'
import { PAGE, type XeroOrganisation } from './xero-organisation.ts'

/** What stands: voided and deleted bills do not count. */
const STANDING = ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID']

/** What bills are asked for by; several together narrow it down. */
export interface Asked {
  ids?: string[]
  numbers?: string[]
  contactIds?: string[]
  where?: string
}

/** One page of bills, without their lines, and how many pages there are. */
export interface BillsPage {
  bills: XeroBill[]
  pages: number
}

/**
 * Bills that stand (asked for by `ids`: in any state), a thousand a page.
 * @returns null where Xero knows one of the ids not
 */
export async function listBills(xero: XeroOrganisation, by: Asked, page = 1): Promise<BillsPage | null> {
  const { ids, numbers, contactIds, where } = by
  const statuses = ids ? undefined : STANDING
  const answer = await callXero(
    xero,
    () =>
      xero.api.getInvoices(
        xero.tenant,
        undefined,
        where,
        undefined,
        ids,
        numbers,
        contactIds,
        statuses,
        page,
        true,
        false,
        4,
        true,
        PAGE,
      ),
    false,
  )
  if (!answer.ok) {
    if (ids && answer.rejection.status === 404) return null
    throw new Error(`Xero refused a search: ${answer.rejection.text}`)
  }
  const seen = z.array(XeroBill).parse(answer.body.invoices ?? [])
  const bills = seen.filter(({ type = 'ACCPAY' }) => type === 'ACCPAY')
  return { bills, pages: answer.body.pagination?.pageCount ?? (seen.length < PAGE ? page : page + 1) }
}

/** One page of the supplier credits that a filter names. */
export async function listCredits(xero: XeroOrganisation, where: string, page = 1): Promise<BillsPage> {
  const answer = await callXero(
    xero,
    () =>
      xero.api.getCreditNotes(
        xero.tenant,
        undefined,
        `Type=="ACCPAYCREDIT" AND (${where})`,
        undefined,
        page,
        4,
        PAGE,
      ),
    false,
  )
  if (!answer.ok) throw new Error(`Xero refused a search: ${answer.rejection.text}`)
  const bills = z.array(XeroBill).parse(answer.body.creditNotes ?? [])
  return { bills, pages: answer.body.pagination?.pageCount ?? (bills.length < PAGE ? page : page + 1) }
}
