import type { Bill } from '#lib/domain/bill.ts'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import type { Outcome } from '../port.ts'

/** A refusal in QuickBooks's words, which begin with its code (faults.ts). */
export function refusal(text: string): Outcome {
  const raw = text.slice(0, 4000)
  return {
    kind: 'refused',
    failure: { code: recogniseFailure('quickbooks', raw).code, raw, billState: null },
    bill: null,
  }
}

/** The bill that was to be changed is not as it was: paid, voided or gone. */
export function notChangeable(bill: Bill): Outcome {
  const raw = `The bill is ${bill.state} in QuickBooks, so it stays as it is.`
  return {
    kind: 'refused',
    failure: { code: 'invalid-modification', raw, billState: bill.state },
    bill: bill.state === 'missing' ? null : bill,
  }
}

/** Our own bill stands already, and comes to another total. */
export function asksFirst(bill: Bill): Outcome {
  const failure = { code: 'asks-first', raw: `The bill comes to ${bill.total}`, billState: bill.state }
  return { kind: 'refused', failure, bill }
}

/** The bill stands, so that a person can open it; a retry makes no second one. */
export function totalsDiffer(total: string, posted: Bill): Outcome {
  const raw = `Invoice: ${total}. Bill in QuickBooks: ${posted.total}.`
  return { kind: 'refused', failure: { code: 'totals-differ', raw, billState: posted.state }, bill: posted }
}
