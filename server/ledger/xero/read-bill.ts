import { z } from 'zod'
import { Bill, type BillKind, type BillState } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { instantOf, systemClock } from '#lib/domain/instant.ts'
import { Money } from '#lib/domain/money.ts'

const states: Record<string, BillState> = {
  DRAFT: 'draft',
  SUBMITTED: 'submitted',
  AUTHORISED: 'approved',
  PAID: 'paid',
  VOIDED: 'voided',
  DELETED: 'deleted',
}

/** Xero's numbers as amounts: at least two decimals, and no more than were there. */
export const decimal = z.coerce
  .number()
  .transform(value => value.toFixed(Math.min(4, Math.max(2, String(value).split('.')[1]?.length ?? 0))))
  .pipe(Money)
export const day = z
  .union([z.string(), z.date()])
  .transform(value => new Date(value).toISOString().slice(0, 10))
const moment = z.union([z.string(), z.date()]).transform(value => instantOf(new Date(value)))

/** A bill or credit note as xero-node gives it: its dates arrive as `Date`, whatever their type says. */
export const XeroBill = z.looseObject({
  invoiceID: z.string().optional(),
  creditNoteID: z.string().optional(),
  invoiceNumber: z.string().optional(),
  creditNoteNumber: z.string().optional(),
  type: z.string().optional(),
  status: z.string().optional(),
  contact: z.looseObject({ contactID: z.string().optional(), name: z.string().optional() }).optional(),
  date: day.optional(),
  currencyCode: z.string().optional(),
  total: decimal.optional(),
  url: z.string().optional(),
  updatedDateUTC: moment.optional(),
  hasErrors: z.boolean().optional(),
  statusAttributeString: z.string().optional(),
  validationErrors: z.array(z.looseObject({ message: z.string().optional() })).optional(),
})
export type XeroBill = z.infer<typeof XeroBill>

/** A person's address of a bill or credit note in Xero, whose pages stand at `appUrl`. */
function address(appUrl: string, kind: BillKind, id: string): string {
  return kind === 'bill'
    ? `${appUrl}/AccountsPayable/View.aspx?InvoiceID=${id}`
    : `${appUrl}/AccountsPayable/ViewCreditNote.aspx?creditNoteID=${id}`
}

export function billIdOf(seen: XeroBill): string | undefined {
  return seen.invoiceID ?? seen.creditNoteID
}

export function numberOf(seen: XeroBill): string {
  return seen.invoiceNumber ?? seen.creditNoteNumber ?? ''
}

/** @throws if a field that a bill must have is missing */
export function readBill(appUrl: string, kind: BillKind, seen: XeroBill): Bill {
  const id = billIdOf(seen) ?? ''
  return Bill.parse({
    id,
    kind,
    // What we do not know we do not touch.
    state: states[seen.status ?? ''] ?? 'approved',
    number: numberOf(seen),
    contact: { id: seen.contact?.contactID, name: seen.contact?.name ?? '' },
    date: seen.date ?? null,
    currency: seen.currencyCode,
    total: seen.total ?? '0.00',
    url: address(appUrl, kind, id),
    seenAt: systemClock(),
    changedAt: seen.updatedDateUTC ?? null,
  })
}

/** A bill that the ledger does not know any more, or never did. */
export function missingBill(kind: BillKind, id: BillId): Bill {
  return Bill.parse({
    id,
    kind,
    state: 'missing',
    number: '',
    contact: { id: 'unknown', name: '' },
    date: null,
    currency: 'XXX',
    total: '0.00',
    url: '',
    seenAt: systemClock(),
  })
}
