import { Bill } from '#lib/domain/bill.ts'
import { Export } from '#lib/domain/export.ts'
import type { ContentHash } from '#lib/domain/ids.ts'

export function aBill(over: { [K in keyof Bill]?: unknown } = {}): Bill {
  return Bill.parse({
    id: 'bill-1',
    kind: 'bill',
    state: 'draft',
    number: 'INV-1001',
    contact: { id: 'contact-1', name: 'Green Valley Produce' },
    date: '2026-11-02',
    currency: 'SGD',
    total: '10.90',
    url: 'https://go.xero.com/bill-1',
    seenAt: '2026-11-03T02:00:00.000Z',
    ...over,
  })
}

/** An export that stands in the ledger as `bill`, saying `content`. */
export function aPostedExport(content: ContentHash, over: Record<string, unknown> = {}): Export {
  return Export.parse({
    state: 'posted',
    bill: aBill(),
    content,
    at: '2026-11-03T02:00:00.000Z',
    linked: false,
    accepted: null,
    ...over,
  })
}
