import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import { BillWhole, type StandingTax } from '#lib/domain/bill-whole.ts'
import { subtract, sum, zero } from '#lib/domain/money.ts'
import { day, decimal, readBill, type XeroBill } from './read-bill.ts'

const Line = z.looseObject({
  description: z.string().nullish(),
  quantity: decimal.nullish(),
  unitAmount: decimal.nullish(),
  lineAmount: decimal.nullish(),
  accountCode: z.string().nullish(),
  taxType: z.string().nullish(),
  taxAmount: decimal.nullish(),
  tracking: z.array(z.looseObject({ name: z.string().nullish(), option: z.string().nullish() })).nullish(),
})
type Line = z.infer<typeof Line>

/** What only a detailed answer holds besides. */
const Detail = z.looseObject({
  dueDate: day.nullish(),
  lineAmountTypes: z.unknown(),
  lineItems: z.array(Line).default([]),
  subTotal: decimal.optional(),
  totalTax: decimal.optional(),
})

/** A bill with its lines, as Xero has them. @throws if a field that a bill must have is missing */
export function readWhole(appUrl: string, kind: BillKind, seen: XeroBill): BillWhole {
  const whole = Detail.parse(seen)
  const amountsIncludeTax = whole.lineAmountTypes === 'Inclusive'
  return BillWhole.parse({
    bill: readBill(appUrl, kind, seen),
    dueDate: whole.dueDate ?? null,
    amountsIncludeTax,
    lines: whole.lineItems.map(line => ({
      description: line.description ?? '',
      quantity: line.quantity ?? '1.00',
      unitAmount: line.unitAmount ?? line.lineAmount ?? zero,
      amount: line.lineAmount ?? zero,
      account: line.accountCode || null,
      taxCode: line.taxType || null,
      tax: line.taxAmount ?? zero,
      tracking: (line.tracking ?? []).map(({ name, option }) => ({
        category: name ?? '',
        option: option ?? '',
      })),
    })),
    taxes: taxesOf(whole.lineItems, amountsIncludeTax),
    net: whole.subTotal ?? zero,
    taxTotal: whole.totalTax ?? zero,
  })
}

/** By tax type: of its rate Xero's bills say nothing, its lists do. */
function taxesOf(lines: readonly Line[], amountsIncludeTax: boolean): StandingTax[] {
  const byCode = Map.groupBy(lines, ({ taxType }) => taxType || null)
  return [...byCode].map(([taxCode, some]) => {
    const amount = sum(some.map(({ lineAmount }) => lineAmount ?? zero))
    const tax = sum(some.map(({ taxAmount }) => taxAmount ?? zero))
    return { taxCode, taxRate: null, taxable: amountsIncludeTax ? subtract(amount, tax) : amount, tax }
  })
}
