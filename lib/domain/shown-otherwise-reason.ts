import type { Reason } from './assessment.ts'
import type { Invoice } from './invoice.ts'

/** The conflict between what the list shows of an invoice and the page's own data of it; none where they agree. */
export function shownOtherwiseReason(invoice: Invoice): Reason[] {
  const { shown, number, supplier, date, currency, seenAt } = invoice
  if (!shown) return []
  return [
    {
      kind: 'shown-otherwise',
      number: both(shown.number, number),
      supplier: both(shown.supplier, supplier.name),
      date: both(shown.date, date),
      total: both(shown.total, { amount: invoice.total, currency }),
      shownAt: shown.at,
      toldAt: seenAt,
    },
  ]
}

function both<T>(shown: T | null, told: T): { shown: T; told: T } | null {
  return shown === null ? null : { shown, told }
}
