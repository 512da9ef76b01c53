import { contentHash } from '../domain/content-hash.ts'
import { Invoice } from '../domain/invoice.ts'
import type { Currency } from '../domain/money.ts'
import type { RowSeen } from '../messages.ts'
import { madeRevision } from './feed-invoice.ts'
import type { PageFacts } from './page-facts.ts'

/** Ids that we made of what a row shows, because the page told none, begin so. */
const ownPrefix = 'row:'

const InvoiceTold = Invoice.omit({ detail: true, detailRevision: true, seenAt: true })

export function isMadeOfRow(invoiceId: string): boolean {
  return invoiceId.startsWith(ownPrefix)
}

/**
 * An invoice made of its row alone, for a page whose JSON tells nothing: its identity is its number, its
 * supplier and its day, so that an edited total is the same invoice changed.
 * @returns null if the row shows too little to be one
 */
export function invoiceOfRow(
  row: RowSeen,
  outlet: { id: string; currency: Currency | null },
  attachmentWords: readonly string[],
): PageFacts['invoices'][number] | null {
  const { number, supplier, date, total, cloud } = row
  const identity = { outlet: outlet.id, number, supplier, day: date.day ?? date.text }
  const type = row.type.toLowerCase()
  const made = InvoiceTold.safeParse({
    id: `${ownPrefix}${contentHash(identity).slice(0, 32)}`,
    outletId: outlet.id,
    number,
    supplier: { id: `supplier:${contentHash(supplier).slice(0, 32)}`, name: supplier },
    type: attachmentWords.some(word => type.includes(word)) ? 'attachment' : 'order',
    completed: cloud.status !== 'none',
    date: date.day,
    currency: total.currency ?? outlet.currency,
    total: total.amount,
    cloud: cloud.status,
    revision: madeRevision({ number, date: date.day, total: total.amount }),
  })
  return made.success && number !== '' ? made.data : null
}
