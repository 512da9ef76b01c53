import { z } from 'zod'

const Messages = z.array(z.object({ Message: z.string() }))

const Line = z.looseObject({
  LineItemID: z.string().optional(),
  Quantity: z.number().optional(),
  UnitAmount: z.number().optional(),
  LineAmount: z.number().optional(),
  TaxAmount: z.number().optional(),
  TaxType: z.string().optional(),
  Tracking: z.array(z.looseObject({ Option: z.string().optional() })).optional(),
})

/** An element of an answer, as far as the tests look at it. */
const Item = z.looseObject({
  InvoiceID: z.string().optional(),
  InvoiceNumber: z.string().optional(),
  CreditNoteID: z.string().optional(),
  ContactID: z.string().optional(),
  ContactStatus: z.string().optional(),
  Name: z.string().optional(),
  Status: z.string().optional(),
  Contact: z.looseObject({ ContactID: z.string().optional(), Name: z.string().optional() }).optional(),
  LineItems: z.array(Line).optional(),
  SubTotal: z.number().optional(),
  TotalTax: z.number().optional(),
  Total: z.number().optional(),
  StatusAttributeString: z.string().optional(),
  HasErrors: z.boolean().optional(),
  ValidationErrors: Messages.optional(),
  FileName: z.string().optional(),
  Details: z.string().optional(),
})
export type Item = z.infer<typeof Item>

/** The body of any answer of the accounting API. */
export const Body = z.looseObject({
  Invoices: z.array(Item).default([]),
  CreditNotes: z.array(Item).default([]),
  Contacts: z.array(Item).default([]),
  Attachments: z.array(Item).default([]),
  HistoryRecords: z.array(Item).default([]),
  Elements: z.array(Item).default([]),
  Type: z.string().nullish(),
  Message: z.string().optional(),
  Detail: z.string().optional(),
})
export type Body = z.infer<typeof Body>

/** What the ledger found wrong with an element. */
export function messages(item: Item | undefined): string[] {
  return item?.ValidationErrors?.map(error => error.Message) ?? []
}
