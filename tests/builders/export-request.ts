import { createHash } from 'node:crypto'
import type { BillToPost } from '#lib/domain/bill.ts'

type Loose<T> = { [K in keyof T]?: unknown }

/** A bill of one line, 10.00 at 9 %, under this number. */
export function aBillToPost(
  number: string,
  over: Omit<Loose<BillToPost>, 'lines'> & { price?: string } = {},
) {
  const { price = '5.00', ...rest } = over
  const net = (Number(price) * 2).toFixed(2)
  const tax = (Number(net) * 0.09).toFixed(2)
  const total = (Number(net) + Number(tax)).toFixed(2)
  return {
    kind: 'bill',
    number,
    contact: { id: null, name: 'Green Acre Produce' },
    date: '2026-11-20',
    dueDate: '2026-11-20',
    currency: 'SGD',
    amountsIncludeTax: false,
    lines: [
      {
        description: 'Romaine',
        quantity: '2',
        unitAmount: price,
        amount: net,
        account: '310',
        taxCode: 'INPUTY24',
        taxRate: '9',
        tax,
        tracking: null,
      },
    ],
    total,
    taxTotal: tax,
    content: createHash('sha256').update(`${number} ${price}`).digest('hex'),
    ...rest,
  }
}

/** A request to export invoice `number`: to create its bill, unless `operation` says otherwise. */
export function anExportRequest(connectionId: string, number: string, over: Record<string, unknown> = {}) {
  const bill = (over.bill ?? aBillToPost(number)) as ReturnType<typeof aBillToPost>
  const operation = (over.operation ?? { kind: 'create' }) as { kind: string }
  return {
    key: `outlet-1:${number}:${bill.content}:${operation.kind}`,
    connectionId,
    outletId: 'outlet-1',
    invoiceId: number,
    operation,
    bill,
    ...over,
  }
}
