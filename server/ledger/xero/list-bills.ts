import { z } from 'zod'
import { XeroBill } from './read-bill.ts'
import { callXero } from './xero-api.ts'
import { PAGE, type XeroOrganisation } from './xero-organisation.ts'

/** What stands: voided and deleted bills do not count. */
const STANDING = ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID']

/** All states that a bill may be in; named, since it is not told which a list leaves out. */
const EVERY = [...STANDING, 'VOIDED', 'DELETED']

/** What is changed while pages are read then pushes others back, on to the pages to come, and hides none. */
const LATEST_FIRST = 'UpdatedDateUTC DESC'

const CREDITS = 'Type=="ACCPAYCREDIT"'

/** What bills are asked for by; several together narrow it down. */
export interface Asked {
  /** Those that were changed since, in any state. */
  since?: Date
  ids?: string[]
  numbers?: string[]
  contactIds?: string[]
  where?: string
  /** With their lines. */
  whole?: boolean
}

/** One page of bills, and how many pages there are. */
export interface BillsPage {
  bills: XeroBill[]
  pages: number
}

/**
 * Bills that stand (asked for by `ids` or `since`: in any state), a thousand a page, without their lines.
 * @returns null where Xero knows one of the ids not
 */
export async function listBills(xero: XeroOrganisation, by: Asked, page = 1): Promise<BillsPage | null> {
  const { since, ids, numbers, contactIds, where, whole } = by
  const statuses = since ? EVERY : ids ? undefined : STANDING
  const answer = await callXero(
    xero,
    () =>
      xero.api.getInvoices(
        xero.tenant,
        since,
        where,
        since && LATEST_FIRST,
        ids,
        numbers,
        contactIds,
        statuses,
        page,
        true,
        false,
        4,
        whole !== true,
        PAGE,
      ),
    false,
  )
  if (!answer.ok) {
    if (isUnchanged(answer.rejection)) return { bills: [], pages: 0 }
    if (ids && answer.rejection.status === 404) return null
    throw new Error(`Xero refused a search: ${answer.rejection.text}`)
  }
  const seen = z.array(XeroBill).parse(answer.body.invoices ?? [])
  const bills = seen.filter(({ type = 'ACCPAY' }) => type === 'ACCPAY')
  return { bills, pages: answer.body.pagination?.pageCount ?? (seen.length < PAGE ? page : page + 1) }
}

/** One page of the supplier credits that a filter names, or that were changed since, with their lines. */
export async function listCredits(
  xero: XeroOrganisation,
  where: string | null,
  page = 1,
  since?: Date,
): Promise<BillsPage> {
  const answer = await callXero(
    xero,
    () =>
      xero.api.getCreditNotes(
        xero.tenant,
        since,
        where === null ? CREDITS : `${CREDITS} AND (${where})`,
        since && LATEST_FIRST,
        page,
        4,
        PAGE,
      ),
    false,
  )
  if (!answer.ok) {
    if (isUnchanged(answer.rejection)) return { bills: [], pages: 0 }
    throw new Error(`Xero refused a search: ${answer.rejection.text}`)
  }
  const bills = z.array(XeroBill).parse(answer.body.creditNotes ?? [])
  return { bills, pages: answer.body.pagination?.pageCount ?? (bills.length < PAGE ? page : page + 1) }
}

/** How HTTP says that nothing was changed since; Xero is free to say it so. */
function isUnchanged({ status }: { status: number }): boolean {
  return status === 304
}
