import { Invoice, type InvoiceDetail, type InvoiceLine } from '#lib/domain/invoice.ts'
import { add, type Money, multiply, percentOf, type Quantity, round, sum } from '#lib/domain/money.ts'

type Loose<T> = { [K in keyof T]?: unknown }

/** One line: 2 × 5.00 at 9 %, of a product named after `name`, without a group unless told. */
export function aLine(name: string, over: Loose<InvoiceLine> & { group?: string } = {}): InvoiceLine {
  const { group, ...rest } = over
  const quantity = String(rest.quantity ?? '2') as Quantity
  const unitPrice = String(rest.unitPrice ?? '5.00') as Money
  return {
    id: `line-${name}`,
    product: {
      id: `p-${name}`,
      name,
      group: group === undefined ? null : { id: `g-${group}`, name: group },
    },
    description: name,
    quantity,
    unitPrice,
    amount: multiply(quantity, unitPrice),
    taxRate: '9',
    ...rest,
  } as InvoiceLine
}

/** A detail whose totals follow from its lines and charges, unless told. Amounts exclude tax. */
export function aDetail(over: Loose<InvoiceDetail> = {}): InvoiceDetail {
  const lines = (over.lines ?? [aLine('Romaine')]) as InvoiceLine[]
  const charges = (over.charges ?? []) as InvoiceDetail['charges']
  const parts = [...lines, ...charges]
  const rates = [...new Set(parts.map(part => part.taxRate))]
  const taxes = rates.map(rate => {
    const taxable = sum(parts.filter(part => part.taxRate === rate).map(part => part.amount))
    return { rate, taxable, tax: percentOf(taxable, rate) }
  })
  const subtotal = sum(parts.map(part => part.amount))
  const taxTotal = sum(taxes.map(({ tax }) => tax))
  return {
    document: 'invoice',
    dueDate: null,
    amountsIncludeTax: false,
    lines,
    charges,
    taxes,
    subtotal: round(subtotal),
    taxTotal,
    total: add(subtotal, taxTotal),
    exportError: null,
    linkedBill: null,
    file: null,
    ...over,
  } as InvoiceDetail
}

/** A completed order whose lines are known: one line of Romaine, ready on the page. */
export function anInvoice(over: Loose<Invoice> & { lines?: InvoiceLine[] } = {}): Invoice {
  const { lines, ...rest } = over
  const detail =
    rest.detail === undefined ? aDetail(lines ? { lines } : {}) : (rest.detail as InvoiceDetail | null)
  return Invoice.parse({
    id: 'inv-1',
    outletId: 'outlet-1',
    number: 'INV-1001',
    supplier: { id: 's-greens', name: 'Green Valley Produce' },
    type: 'order',
    completed: true,
    date: '2026-11-02',
    currency: 'SGD',
    total: detail?.total ?? '10.90',
    cloud: 'ready',
    revision: 'r1',
    detailRevision: detail === null ? null : 'r1',
    seenAt: '2026-11-03T01:00:00.000Z',
    ...rest,
    detail,
  })
}
