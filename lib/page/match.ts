import type { InvoiceId } from '../domain/ids.ts'
import { equals, Money } from '../domain/money.ts'
import type { RowSeen } from '../messages.ts'
import type { PageFacts } from './page-facts.ts'
import { plainText } from './plain-text.ts'
import { linkOf } from './row-key.ts'

/** What matching needs to know of an invoice. */
export type Candidate = Pick<
  PageFacts['invoices'][number],
  'id' | 'number' | 'supplier' | 'date' | 'total' | 'type'
>

/**
 * Which invoice each row is: by the id in the row's link, else by number and supplier, and where several share
 * those, by date, total and type. A row that could be two invoices is neither: null.
 */
export function matcher(invoices: readonly Candidate[]): (row: RowSeen) => InvoiceId | null {
  const byId = new Map<string, InvoiceId>(invoices.map(({ id }) => [id, id]))
  const byNumber = Map.groupBy(invoices, ({ number }) => plainText(number))
  return row => {
    const linked = segments(linkOf(row.key)).flatMap(segment => byId.get(segment) ?? [])
    if (linked.length === 1 && linked[0]) return linked[0]
    const numbered = byNumber.get(plainText(row.number)) ?? []
    let left = numbered.filter(
      ({ supplier }) => row.supplier === '' || plainText(supplier.name) === plainText(row.supplier),
    )
    for (const tells of narrower) {
      if (left.length <= 1) break
      const narrowed = left.filter(invoice => tells(row, invoice))
      if (narrowed.length > 0) left = narrowed
    }
    const [only, ...others] = left
    return only && others.length === 0 ? only.id : null
  }
}

const narrower: readonly ((row: RowSeen, invoice: Candidate) => boolean)[] = [
  (row, { date }) => row.date.day === date,
  (row, { total }) => {
    const shown = Money.safeParse(row.total.amount)
    return shown.success && equals(shown.data, total)
  },
  (row, { type }) => (/attach/i.test(row.type) ? 'attachment' : 'order') === type,
]

function segments(link: string): string[] {
  return link.split(/[/?#&=]/).flatMap(segment => {
    try {
      return segment === '' ? [] : [decodeURIComponent(segment)]
    } catch {
      // Not an encoded segment: it stands as it is.
      return [segment]
    }
  })
}
