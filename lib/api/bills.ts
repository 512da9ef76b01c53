import { z } from 'zod'
import { Bill, BillKind } from '../domain/bill.ts'
import { BillWhole } from '../domain/bill-whole.ts'
import { BillId, ConnectionId, ContactId, ContentHash, InvoiceId, OutletId } from '../domain/ids.ts'
import { LedgerLists } from '../domain/ledger-lists.ts'
import { Currency, Money } from '../domain/money.ts'

/** `GET /v1/connections/{id}/lists?fresh=1`: cached for some minutes unless `fresh`. */
export const ListsAnswer = LedgerLists

/**
 * `POST /v1/bills/link`: on switching an outlet over to Clearcloud, finds the bills that stand already
 * (by the id that the page names, else by contact, number and total) and records them as exported, so that none is made twice.
 */
export const LinkRequest = z.object({
  connectionId: ConnectionId,
  outletId: OutletId,
  invoices: z
    .array(
      z.object({
        invoiceId: InvoiceId,
        /** The bill that the page names under Linked Platforms: looked at first, whatever it comes to now. */
        billId: BillId.nullable(),
        kind: BillKind,
        number: z.string(),
        contact: z.object({ id: ContactId.nullable(), name: z.string() }),
        total: Money,
        currency: Currency,
        content: ContentHash,
      }),
    )
    .min(1)
    .max(500),
})
export type LinkRequest = z.infer<typeof LinkRequest>
export const LinkAnswer = z.object({
  items: z.array(z.object({ invoiceId: InvoiceId, bill: Bill.nullable() })),
})
export type LinkAnswer = z.infer<typeof LinkAnswer>

/**
 * `POST /v1/bills/whole`: the bills as they stand now, with their lines, in the order asked; null for one that the
 * ledger does not know. What is news of an export is told by `GET /v1/exports` as well.
 */
export const WholeBillsRequest = z.object({
  connectionId: ConnectionId,
  bills: z
    .array(z.object({ id: BillId, kind: BillKind }))
    .min(1)
    .max(40),
})
export const WholeBillsAnswer = z.object({ items: z.array(BillWhole.nullable()) })
export type WholeBillsAnswer = z.infer<typeof WholeBillsAnswer>
