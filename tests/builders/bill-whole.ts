import type { BillToPost } from '#lib/domain/bill.ts'
import { BillWhole } from '#lib/domain/bill-whole.ts'
import { subtract } from '#lib/domain/money.ts'
import { aBill } from './bill.ts'

type Over = { [K in keyof BillWhole]?: unknown }

/** The bill that stands after this one was posted; `over` says what became of it. */
export function standingAs(posted: BillToPost, over: Over & { bill?: Parameters<typeof aBill>[0] } = {}) {
  const { bill, ...rest } = over
  const { kind, number, date, dueDate, currency, total, taxTotal, amountsIncludeTax } = posted
  return BillWhole.parse({
    bill: aBill({
      kind,
      number,
      date,
      currency,
      total,
      contact: { id: 'contact-1', name: posted.contact.name },
      ...bill,
    }),
    dueDate: kind === 'bill' ? dueDate : null,
    amountsIncludeTax,
    lines: posted.lines.map(({ tracking, taxRate: _, ...line }) => ({
      ...line,
      tracking: tracking ? [tracking] : [],
    })),
    taxes: [
      {
        taxCode: posted.lines[0]?.taxCode ?? null,
        taxRate: null,
        taxable: subtract(total, taxTotal),
        tax: taxTotal,
      },
    ],
    net: subtract(total, taxTotal),
    taxTotal,
    ...rest,
  })
}
