import { z } from 'zod'

/** An element's text, whether or not it carries attributes. */
const text = z
  .union([z.string(), z.object({ '#text': z.string() }).transform(element => element['#text'])])
  .transform(value => value.trim())
const number = text.pipe(z.string().regex(/^[+-]?\d{1,15}(\.\d{1,12})?$/, 'not a decimal number'))
const money = z.object({
  '#text': z.string().regex(/^\s*[+-]?\d{1,15}(\.\d{1,12})?\s*$/, 'not an amount'),
  '@_currencyID': z.string().optional(),
})
const amount = z
  .union([money, z.string().transform(value => ({ '#text': value }))])
  .transform(element => element['#text'].trim())
  .pipe(z.string().regex(/^[+-]?\d{1,15}(\.\d{1,12})?$/, 'not an amount'))
const flag = text.transform(value => value === 'true' || value === '1')
const quantity = z.union([
  z.object({ '#text': z.string(), '@_unitCode': z.string().optional() }),
  z.string().transform(value => ({ '#text': value, '@_unitCode': undefined })),
])
const taxCategory = z.object({ ID: text.optional(), Percent: number.optional() })

/** A document's or a line's allowance or charge; a price's has no reason and no tax. */
const allowanceCharge = z.object({
  ChargeIndicator: flag,
  AllowanceChargeReasonCode: text.optional(),
  AllowanceChargeReason: text.optional(),
  Amount: amount,
  TaxCategory: z.array(taxCategory).optional(),
})

const line = z.object({
  ID: text,
  InvoicedQuantity: quantity.optional(),
  CreditedQuantity: quantity.optional(),
  LineExtensionAmount: amount,
  Item: z.object({
    Name: text.optional(),
    Description: z.union([text, z.array(text).transform(parts => parts.join(' '))]).optional(),
    SellersItemIdentification: z.object({ ID: text }).optional(),
    ClassifiedTaxCategory: z.array(taxCategory).optional(),
  }),
  Price: z.object({ PriceAmount: amount, BaseQuantity: quantity.optional() }).optional(),
})

const party = z.object({
  PartyIdentification: z.array(z.object({ ID: text })).optional(),
  PartyName: z.array(z.object({ Name: text })).optional(),
  PartyTaxScheme: z.array(z.object({ CompanyID: text.optional() })).optional(),
  PartyLegalEntity: z.array(z.object({ RegistrationName: text.optional() })).optional(),
})

/** What we read of a UBL 2.1 Invoice or CreditNote, prefixes taken off, repeatable elements as arrays. */
export const UblXml = z.object({
  ID: text.pipe(z.string().min(1).max(255)),
  IssueDate: text.pipe(z.iso.date()),
  DueDate: text.pipe(z.iso.date()).optional(),
  InvoiceTypeCode: text.optional(),
  DocumentCurrencyCode: text.pipe(z.string().regex(/^[A-Z]{3}$/)),
  AccountingSupplierParty: z.object({ Party: party }),
  PaymentMeans: z.array(z.object({ PaymentDueDate: text.pipe(z.iso.date()).optional() })).optional(),
  AllowanceCharge: z.array(allowanceCharge).default([]),
  TaxTotal: z
    .array(
      z.object({
        TaxAmount: z.union([
          money,
          z.string().transform(value => ({ '#text': value, '@_currencyID': undefined })),
        ]),
        TaxSubtotal: z
          .array(z.object({ TaxableAmount: amount, TaxAmount: amount, TaxCategory: z.array(taxCategory) }))
          .default([]),
      }),
    )
    .default([]),
  LegalMonetaryTotal: z.object({
    TaxExclusiveAmount: amount,
    TaxInclusiveAmount: amount,
    PrepaidAmount: amount.optional(),
    PayableRoundingAmount: amount.optional(),
    PayableAmount: amount,
  }),
  Line: z.array(line).min(1, 'the document has no lines'),
})
export type UblXml = z.infer<typeof UblXml>

/** Elements that UBL lets repeat, wherever they stand. */
export const repeatable = new Set([
  'AllowanceCharge',
  'ClassifiedTaxCategory',
  'CreditNoteLine',
  'InvoiceLine',
  'PartyIdentification',
  'PartyLegalEntity',
  'PartyName',
  'PartyTaxScheme',
  'PaymentMeans',
  'TaxCategory',
  'TaxSubtotal',
  'TaxTotal',
])
