import type { Bill } from './bill.ts'
import { BillBrief, type Fix } from './fix.ts'
import type { Invoice } from './invoice.ts'
import { isNegative, negate } from './money.ts'

/** Forgets a bill that is gone and exports its invoice anew. */
export function unlinkFix(invoice: Invoice, bill: Bill): Fix {
  return { kind: 'unlink', invoiceId: invoice.id, bill: BillBrief.parse(bill) }
}

/** Gives a bill the invoice's new content. A credit note's bill is as positive as any other. */
export function resyncFix(invoice: Invoice, bill: Bill): Fix {
  const total = isNegative(invoice.total) ? negate(invoice.total) : invoice.total
  return { kind: 'confirm-resync', invoiceId: invoice.id, bill: BillBrief.parse(bill), total }
}
