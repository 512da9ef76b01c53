import type { Operation } from '../api/exports.ts'
import type { Bill } from '../domain/bill.ts'
import { contentHash } from '../domain/content-hash.ts'
import type { BillId, ContentHash, IdempotencyKey } from '../domain/ids.ts'
import type { ExportRow, InvoiceRow } from '../store/database.ts'
import { inFlight, standsIn } from '../store/record-export.ts'

/** What is to be done with an invoice in the ledger, and the name of that intent. */
export interface Intended {
  operation: Operation
  /** Names the operation within the key: the same intent has the same name, another one never has. */
  name: string
}

/** The bill that stands for an invoice and what it says, whether or not an update of it is on its way. */
export function standing(
  row: ExportRow | undefined,
): { bill: Bill; content: ContentHash | null; at: string } | null {
  const stands = standsIn(row)
  const refused = row?.record.state === 'refused' ? row.record : null
  if (stands) {
    // A refusal comes with the bill as the ledger showed it then, which is later.
    const bill = refused?.bill?.id === stands.bill.id ? refused.bill : stands.bill
    return { bill, content: stands.content, at: stands.at }
  }
  if (refused === null || refused.bill === null) return null
  return { bill: refused.bill, content: refused.billContent, at: refused.at }
}

/**
 * What sending an invoice of this content would mean: a new bill, an update of the bill that stands, or
 * nothing (`null`: it says so already, it is on its way, or the bill is gone and must be unlinked first).
 */
export function intend(
  invoice: Pick<InvoiceRow, 'unlinked' | 'despite'>,
  row: ExportRow | undefined,
  content: ContentHash,
  { submittedToo = false, linkTo }: { submittedToo?: boolean | undefined; linkTo?: BillId | undefined } = {},
): Intended | null {
  const state = row?.record.state
  if (state === 'sent' || state === 'checking') return null
  const stands = standing(row)
  if (stands === null) {
    if (linkTo !== undefined)
      return { operation: { kind: 'link', billId: linkTo }, name: `link-${short(linkTo)}` }
    const { unlinked, despite = [] } = invoice
    const name = unlinked ? `create-${unlinked + 1}` : 'create'
    if (despite.length === 0) return { operation: { kind: 'create' }, name }
    return { operation: { kind: 'create', despite }, name: `${name}-despite-${short(despite.join(' '))}` }
  }
  if (stands.content === content) return null
  if (['voided', 'deleted', 'missing'].includes(stands.bill.state)) return null
  // An invoice may be edited to and fro: from which state of the bill the update starts is part of the intent.
  const from = Date.parse(stands.at).toString(36)
  return {
    operation: { kind: 'update', billId: stands.bill.id, submittedToo },
    name: `update-${from}${submittedToo ? '-submitted' : ''}`,
  }
}

/** Bill ids are too long for a key. */
function short(ids: string): string {
  return contentHash(ids).slice(0, 12)
}

/** `outlet : invoice : content hash : operation`, at most 255 characters, whatever the page's ids look like. */
export function intentKey(
  invoice: Pick<InvoiceRow, 'id' | 'outletId'>,
  content: ContentHash,
  name: string,
): IdempotencyKey {
  const who = `${invoice.outletId}:${invoice.id}`
  const short = who.length <= 150 ? who : contentHash(who)
  return `${short}:${content}:${name}` as IdempotencyKey
}

/** On its way, and no longer ours to change: the server has it. */
export function isWithServer(row: ExportRow | undefined, waitsInOutbox: boolean): boolean {
  return row !== undefined && inFlight(row.state) && !waitsInOutbox
}
