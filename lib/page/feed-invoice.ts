import { Invoice } from '../domain/invoice.ts'
import { type FieldReader, isObject, type JsonObject, plainName } from './feed-fields.ts'
import type { PageFacts } from './page-facts.ts'
import { KnownCloud, type Profile } from './profile.ts'

type InvoiceFact = PageFacts['invoices'][number]

/** What a list tells of an invoice. */
const InvoiceTold = Invoice.omit({ detail: true, detailRevision: true, seenAt: true })

/** Whether an object of the page's JSON is an invoice: a number, a total, and something that only invoices have. */
export function isInvoice(object: JsonObject, read: FieldReader): boolean {
  if (read.text(object, 'number') === undefined || !read.has(object, 'total')) return false
  return (
    read.has(object, 'exportStatus') ||
    (read.has(object, 'supplier') && read.field(object, 'date') !== undefined)
  )
}

/**
 * An invoice of the page's JSON, typed.
 * @throws z.ZodError naming the fields that cannot be read.
 */
export function readInvoice(
  object: JsonObject,
  read: FieldReader,
  feed: Profile['feed'],
  currencyOf: (outletId: string) => string | undefined,
): InvoiceFact {
  const outlet = read.thing(object, 'outlet')
  const cloud = cloudOf(object, read, feed)
  const total = read.decimal(object, 'total')
  const date = dayOf(read.text(object, 'date'))
  const number = read.text(object, 'number')
  return InvoiceTold.parse({
    id: read.text(object, 'id'),
    outletId: outlet?.id,
    number,
    supplier: supplierOf(object, read),
    type: means(read.text(object, 'type'), feed.attachment) ? 'attachment' : 'order',
    completed: isCompleted(object, read, feed, cloud),
    date,
    currency: (read.text(object, 'currency') ?? (outlet && currencyOf(outlet.id)))?.toUpperCase(),
    total,
    cloud,
    revision: read.text(object, 'revision') ?? madeRevision({ number, date, total }),
  })
}

/**
 * The supplier, with its tax number where one stands with it; one that is too long to be any is left out, and one
 * that stands with the invoice itself, since it may be the buyer's.
 */
function supplierOf(object: JsonObject, read: FieldReader) {
  const supplier = read.thing(object, 'supplier')
  const whole = read.field(object, 'supplier')
  const taxNumber = isObject(whole) ? read.text(whole, 'taxNumber') : undefined
  return supplier && taxNumber && taxNumber.length <= 50 ? { ...supplier, taxNumber } : supplier
}

/** Where the page gives no revision, a change of these tells that the invoice was changed. */
export function madeRevision(told: { number?: unknown; date?: unknown; total?: unknown }): string {
  return [told.number, told.date, told.total].join('|')
}

export function means(value: string | undefined, names: readonly string[]): boolean {
  return value !== undefined && names.some(name => plainName(name) === plainName(value))
}

/** `2026-11-23` of a date or of an ISO moment, as written: never moved between time zones. */
export function dayOf(text: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=$|T| )/.exec(text ?? '')?.[0]
}

function cloudOf(object: JsonObject, read: FieldReader, feed: Profile['feed']): InvoiceFact['cloud'] {
  const status = read.text(object, 'exportStatus')
  if (status === undefined) return 'none'
  return KnownCloud.options.find(cloud => means(status, feed.exportStatus[cloud])) ?? 'unknown'
}

/** Where the page does not tell, a cloud does: only completed orders have one. */
function isCompleted(
  object: JsonObject,
  read: FieldReader,
  feed: Profile['feed'],
  cloud: InvoiceFact['cloud'],
): boolean {
  const status = read.text(object, 'orderStatus')
  return status === undefined ? cloud !== 'none' : means(status, feed.completed)
}
