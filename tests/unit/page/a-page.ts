import type { PageSeen, RowSeen } from '#lib/messages.ts'
import { rowKey } from '#lib/page/row-key.ts'

type Loose<T> = { [K in keyof T]?: unknown }

/** An invoice as the page's list carries it. */
export function aListed(over: Record<string, unknown> = {}) {
  return {
    id: 'inv-1',
    invoiceNo: 'INV-1001',
    supplier: { id: 's-greens', name: 'Green Valley Produce' },
    outlet: { id: 'outlet-1', name: 'Harbour Street Kitchen' },
    type: 'ORDER',
    orderStatus: 'COMPLETED',
    date: '2026-11-02',
    total: '10.90',
    currency: 'SGD',
    exportStatus: 'READY',
    updatedAt: '2026-11-02T03:00:00.000Z',
    ...over,
  }
}

/** The same invoice as the page's detail carries it: one line of Romaine without a group. */
export function aDetailed(over: Record<string, unknown> = {}) {
  return {
    ...aListed(),
    documentType: 'INVOICE',
    dueDate: '2026-12-02',
    amountsIncludeTax: false,
    lines: [
      {
        id: 'l-1',
        product: { id: 'p-1', name: 'Romaine', sku: 'R', productGroup: null },
        description: 'Romaine',
        quantity: '2.000',
        unitPrice: '5.0000',
        amount: '10.00',
        taxRate: '9',
      },
    ],
    charges: [],
    taxes: [{ rate: '9', taxable: '10.00', tax: '0.90' }],
    subtotal: '10.00',
    taxTotal: '0.90',
    exportError: null,
    linkedPlatforms: [],
    ...over,
  }
}

/** A row of the grid as the content script tells it. */
export function aRow(
  over: Loose<RowSeen> & { link?: string; shownTotal?: string; shownDate?: string } = {},
): RowSeen {
  const { link = '', shownTotal = 'SGD 10.90', shownDate = '2 Nov 2026', ...rest } = over
  const identity = {
    number: String(rest.number ?? 'INV-1001'),
    supplier: String(rest.supplier ?? 'Green Valley Produce'),
    type: String(rest.type ?? 'Order'),
  }
  return {
    key: rowKey({ ...identity, date: shownDate, total: shownTotal, link }),
    ...identity,
    date: { text: shownDate, day: null },
    total: { text: shownTotal, amount: null, currency: null },
    cloud: { status: 'ready', confidence: 0.97, evidence: ['title “Ready to Export”'] },
    ...rest,
  } as RowSeen
}

/** A sighting; `answers` by address. */
export function seen(
  rows: RowSeen[],
  answers: Record<string, unknown> = {},
  outletShown: string | null = null,
): PageSeen {
  return {
    origin: 'https://app.example.com',
    outletShown,
    rows,
    answers: Object.entries(answers).map(([path, json]) => ({ url: `https://app.example.com${path}`, json })),
  }
}
