import Big from 'big.js'
import { z } from 'zod'

/** A number of the wire, which may also come as text. */
export const Amount = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
  .transform(value => new Big(value))

/** A reference by id; its name is only told, never read. */
export const Ref = z.object({ value: z.string(), name: z.string().optional(), type: z.string().optional() })

const ignored = z.unknown().optional()

const AccountLineDetail = z.strictObject({
  AccountRef: Ref.optional(),
  ClassRef: Ref.optional(),
  TaxCodeRef: Ref.optional(),
  CustomerRef: Ref.optional(),
  BillableStatus: z.enum(['Billable', 'NotBillable', 'HasBeenBilled']).optional(),
  TaxAmount: Amount.optional(),
  TaxInclusiveAmt: Amount.optional(),
  MarkupInfo: ignored,
})

const LineInput = z.strictObject({
  Id: z.string().optional(),
  LineNum: z.number().int().min(1).optional(),
  Description: z.string().optional(),
  Amount: Amount,
  DetailType: z.enum(['AccountBasedExpenseLineDetail', 'ItemBasedExpenseLineDetail', 'DescriptionOnly']),
  AccountBasedExpenseLineDetail: AccountLineDetail.optional(),
  ItemBasedExpenseLineDetail: z.looseObject({ ItemRef: Ref.optional() }).optional(),
  LinkedTxn: ignored,
  ProjectRef: ignored,
  CustomField: ignored,
  CustomExtensions: ignored,
})
export type LineInput = z.infer<typeof LineInput>

const TaxLineInput = z.object({
  Amount: Amount,
  DetailType: z.literal('TaxLineDetail'),
  TaxLineDetail: z.object({ TaxRateRef: Ref, NetAmountTaxable: Amount.optional() }),
})

const TaxDetailInput = z.object({
  TotalTax: Amount.optional(),
  TaxLine: z.array(TaxLineInput).optional(),
})
export type TaxDetailInput = z.infer<typeof TaxDetailInput>

/**
 * A bill or vendor credit as an app sends it. What the ledger computes may come along, as it does in a
 * read-modify-write, and is ignored; a property that the wire does not know is refused.
 */
export const TransactionInput = z.strictObject({
  Id: z.string().optional(),
  SyncToken: z.string().optional(),
  sparse: z.boolean().optional(),
  VendorRef: Ref,
  Line: z.array(LineInput),
  DocNumber: z.string().optional(),
  TxnDate: z.iso.date().optional(),
  DueDate: z.iso.date().optional(),
  PrivateNote: z.string().optional(),
  Memo: z.string().optional(),
  APAccountRef: Ref.optional(),
  DepartmentRef: Ref.optional(),
  SalesTermRef: Ref.optional(),
  CurrencyRef: Ref.optional(),
  ExchangeRate: Amount.optional(),
  GlobalTaxCalculation: z.enum(['TaxExcluded', 'TaxInclusive', 'NotApplicable']).optional(),
  TxnTaxDetail: TaxDetailInput.optional(),
  domain: ignored,
  status: ignored,
  MetaData: ignored,
  CustomField: ignored,
  AttachableRef: ignored,
  LinkedTxn: ignored,
  TotalAmt: ignored,
  Balance: ignored,
  HomeBalance: ignored,
  VendorAddr: ignored,
  RemitToAddr: ignored,
  ShipAddr: ignored,
  TransactionLocationType: ignored,
  IncludeInAnnualTPAR: ignored,
  RecurDataRef: ignored,
})
export type TransactionInput = z.infer<typeof TransactionInput>
