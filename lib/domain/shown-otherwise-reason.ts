import type { Reason } from './assessment.ts'
import type { Invoice } from './invoice.ts'

/** The conflict between what the list shows of an invoice and the page's own data of it; none where they agree. */
export function shownOtherwiseReason({ shown, date, total, currency, seenAt }: Invoice): Reason[] {
  if (!shown) return []
  return [
    {
      kind: 'shown-otherwise',
      date: shown.date && { shown: shown.date, told: date },
      total: shown.total && { shown: shown.total, told: total },
      currency,
      shownAt: shown.at,
      toldAt: seenAt,
    },
  ]
}
