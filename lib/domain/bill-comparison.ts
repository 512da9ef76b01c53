import { z } from 'zod'
import { BillKind, BillState } from './bill.ts'
import { AccountCode } from './ids.ts'
import { Currency, Money, Percent, Quantity } from './money.ts'

/** A line as both sides can show it; `amount` in the amount type of the bill that stands. */
export const ComparedLine = z.object({
  description: z.string(),
  quantity: Quantity,
  unitAmount: Money,
  amount: Money,
  account: AccountCode.nullable(),
  taxCode: z.string().nullable(),
  taxRate: Percent.nullable(),
  /** Null where the ledger states no tax of a line. */
  tax: Money.nullable(),
  /** `Region: North`; empty where it is not tracked. */
  tracking: z.string(),
})
export type ComparedLine = z.infer<typeof ComparedLine>

export const LineDifference = z.enum([
  'description',
  'quantity',
  'unit-amount',
  'amount',
  'account',
  'tax-code',
  'tax',
  'tracking',
])
export type LineDifference = z.infer<typeof LineDifference>

/** A line of the invoice beside the bill's line that means the same; null where the other side has none. */
export const LinePair = z.object({
  ours: ComparedLine.nullable(),
  theirs: ComparedLine.nullable(),
  /** Empty where they agree, or where one side has no such line. */
  differs: z.array(LineDifference),
})
export type LinePair = z.infer<typeof LinePair>

/** `delta` is what the bill would have to gain to say what the invoice says: ours less theirs. */
export const AmountPair = z.object({ ours: Money, theirs: Money, delta: Money })
export type AmountPair = z.infer<typeof AmountPair>

export const HeadField = z.enum(['number', 'contact', 'date', 'due-date', 'currency'])
export type HeadField = z.infer<typeof HeadField>

/** An invoice, as the bill that it would post, beside the bill that stands. */
export const BillComparison = z.object({
  kind: BillKind,
  state: BillState,
  currency: Currency,
  /** Whether the lines' amounts are shown with their tax, as the bill that stands has them. */
  amountsIncludeTax: z.boolean(),
  head: z.array(z.object({ field: HeadField, ours: z.string(), theirs: z.string(), differs: z.boolean() })),
  /** In the order of the invoice; what only the bill has comes last. */
  lines: z.array(LinePair),
  net: AmountPair,
  /** By rate, the highest first; one of null where the ledger splits its tax otherwise. */
  taxes: z.array(z.object({ taxRate: Percent.nullable(), taxable: AmountPair, tax: AmountPair })),
  tax: AmountPair,
  total: AmountPair,
  /** Nothing differs. */
  same: z.boolean(),
})
export type BillComparison = z.infer<typeof BillComparison>
