import { InvoiceDetail } from '../domain/invoice.ts'
import { type FieldReader, isObject, type JsonObject } from './feed-fields.ts'
import { dayOf, isInvoice, means } from './feed-invoice.ts'
import type { Profile } from './profile.ts'

/** Whether an object of the page's JSON is an invoice with its lines. */
export function isDetail(object: JsonObject, read: FieldReader): boolean {
  return isInvoice(object, read) && Array.isArray(read.field(object, 'lines'))
}

/**
 * The lines, charges, taxes and totals of an invoice of the page's JSON, and its file, where `from` (the
 * answer's address) is on the same origin.
 * @throws z.ZodError naming the fields that cannot be read.
 */
export function readDetail(
  object: JsonObject,
  read: FieldReader,
  feed: Profile['feed'],
  from: string,
): InvoiceDetail {
  const [bill] = objects(read.field(object, 'linkedBills'))
  const billId = bill && read.text(bill, 'billId')
  return InvoiceDetail.parse({
    document: means(read.text(object, 'documentType'), feed.creditNote) ? 'credit-note' : 'invoice',
    dueDate: dayOf(read.text(object, 'dueDate')) ?? null,
    amountsIncludeTax: read.field(object, 'amountsIncludeTax') === true,
    lines: objects(read.field(object, 'lines')).map((line, index) => lineOf(line, index, read)),
    charges: objects(read.field(object, 'charges')).map(charge => chargeOf(charge, read, feed)),
    taxes: objects(read.field(object, 'taxes')).map(tax => ({
      rate: read.decimal(tax, 'rate'),
      taxable: read.decimal(tax, 'taxable'),
      tax: read.decimal(tax, 'tax'),
    })),
    subtotal: read.decimal(object, 'subtotal'),
    taxTotal: read.decimal(object, 'taxTotal'),
    total: read.decimal(object, 'total'),
    exportError: read.text(object, 'exportError') ?? null,
    linkedBill: bill && billId !== undefined ? { billId, url: read.text(bill, 'url') ?? null } : null,
    file: fileOf(read.field(object, 'files'), read, from),
  })
}

/** The first file that lies on the page's own origin: another one is not ours to ask for. */
function fileOf(value: unknown, read: FieldReader, from: string): InvoiceDetail['file'] {
  for (const file of objects([value].flat())) {
    const address = read.text(file, 'url')
    if (address === undefined || !URL.canParse(address, from)) continue
    const { href, origin, pathname } = new URL(address, from)
    const name = read.text(file, 'fileName') ?? decodeURIComponent(pathname.split('/').at(-1) ?? '')
    if (origin !== new URL(from).origin || name === '') continue
    const bytes = Number(read.decimal(file, 'fileSize') ?? Number.NaN)
    return {
      name: name.slice(0, 255),
      url: href,
      ...(Number.isSafeInteger(bytes) && bytes >= 0 ? { bytes } : {}),
    }
  }
  return null
}

function lineOf(line: JsonObject, index: number, read: FieldReader) {
  const product = read.field(line, 'product')
  const thing = read.thing(line, 'product')
  return {
    id: read.text(line, 'id') ?? String(index + 1),
    product: thing
      ? { ...thing, group: (isObject(product) ? read.thing(product, 'productGroup') : undefined) ?? null }
      : null,
    description: read.text(line, 'description') ?? thing?.name ?? '',
    quantity: read.decimal(line, 'quantity'),
    unitPrice: read.decimal(line, 'unitPrice'),
    amount: read.decimal(line, 'amount'),
    taxRate: read.decimal(line, 'taxRate'),
  }
}

function chargeOf(charge: JsonObject, read: FieldReader, feed: Profile['feed']) {
  const kind = read.text(charge, 'kind')
  const known = (['allowance', 'delivery', 'deposit', 'rounding'] as const).find(name =>
    means(kind, feed.charges[name]),
  )
  return {
    kind: known ?? 'charge',
    description: read.text(charge, 'description') ?? '',
    amount: read.decimal(charge, 'amount'),
    taxRate: read.decimal(charge, 'taxRate'),
  }
}

function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
