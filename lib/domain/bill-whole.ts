import { z } from 'zod'
import { Bill } from './bill.ts'
import { AccountCode } from './ids.ts'
import { LocalDate } from './instant.ts'
import { Money, Percent, Quantity } from './money.ts'

/** A line of a bill as it stands in the ledger. */
export const StandingLine = z.object({
  description: z.string(),
  quantity: Quantity,
  unitAmount: Money,
  /** In the bill's own amount type: with its tax where the bill's amounts include it. */
  amount: Money,
  account: AccountCode.nullable(),
  taxCode: z.string().nullable(),
  /** Null where the ledger states tax by its rates alone, not by lines. */
  tax: Money.nullable(),
  tracking: z.array(z.object({ category: z.string(), option: z.string() })),
})
export type StandingLine = z.infer<typeof StandingLine>

/** The tax of a bill at one rate, or under one code of the ledger's whose rate its lists tell. */
export const StandingTax = z.object({
  taxCode: z.string().nullable(),
  taxRate: Percent.nullable(),
  taxable: Money,
  tax: Money,
})
export type StandingTax = z.infer<typeof StandingTax>

/** A bill as it stands in the ledger, with its lines, taxes and totals: what an invoice is compared with. */
export const BillWhole = z.object({
  bill: Bill,
  dueDate: LocalDate.nullable(),
  amountsIncludeTax: z.boolean(),
  lines: z.array(StandingLine),
  taxes: z.array(StandingTax),
  /** Without tax; `bill.total` is with it. */
  net: Money,
  taxTotal: Money,
})
export type BillWhole = z.infer<typeof BillWhole>
