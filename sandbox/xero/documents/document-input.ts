import Big from 'big.js'
import { z } from 'zod'
import { readDate } from './wire-date.ts'

const Amount = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a number')])
  .transform(value => new Big(value))

const LedgerDate = z.string().transform((text, context) => {
  const date = readDate(text)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: `'${text}' is not a date` })
  return z.NEVER
})

const Id = z.guid()

const TrackingInput = z.object({
  TrackingCategoryID: Id.optional(),
  TrackingOptionID: Id.optional(),
  Name: z.string().optional(),
  Option: z.string().optional(),
})

export const LineInput = z.object({
  LineItemID: Id.optional(),
  Description: z.string().optional(),
  Quantity: Amount.optional(),
  UnitAmount: Amount.optional(),
  LineAmount: Amount.optional(),
  TaxAmount: Amount.optional(),
  TaxType: z.string().optional(),
  AccountCode: z.string().optional(),
  AccountID: Id.optional(),
  ItemCode: z.string().optional(),
  DiscountRate: Amount.optional(),
  DiscountAmount: Amount.optional(),
  Tracking: z.array(TrackingInput).optional(),
})
export type LineInput = z.infer<typeof LineInput>

const ContactInput = z.object({
  ContactID: Id.optional(),
  ContactNumber: z.string().optional(),
  Name: z.string().optional(),
  EmailAddress: z.string().optional(),
})
export type ContactReference = z.infer<typeof ContactInput>

/**
 * A bill or credit note as an app writes it: keys it may hold, in their wire spelling. Unknown keys are ignored,
 * as the real API does; `SubTotal`, `TotalTax` and `Total` are ignored because they are computed.
 */
export const DocumentInput = z.object({
  Type: z.string().optional(),
  InvoiceID: Id.optional(),
  CreditNoteID: Id.optional(),
  InvoiceNumber: z.string().optional(),
  CreditNoteNumber: z.string().optional(),
  Contact: ContactInput.optional(),
  Date: LedgerDate.optional(),
  DueDate: LedgerDate.optional(),
  Status: z.enum(['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID', 'VOIDED', 'DELETED']).optional(),
  LineAmountTypes: z.enum(['Exclusive', 'Inclusive', 'NoTax']).optional(),
  LineItems: z.array(LineInput).optional(),
  CurrencyCode: z.string().optional(),
  CurrencyRate: z.number().positive().optional(),
  Url: z.string().optional(),
})
export type DocumentInput = z.infer<typeof DocumentInput>
