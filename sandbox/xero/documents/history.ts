import type Big from 'big.js'
import type { LedgerDocument } from '../books/ledger-document.ts'

/** Enters a line in a document's history; `amount` is in its currency. */
export function enterHistory(
  document: LedgerDocument,
  changes: string,
  { by, now }: { by: string; now: Date },
  amount?: Big,
): void {
  const sum = amount === undefined ? '' : ` for ${amount.toFixed(2)} ${document.currency}`
  const what = document.kind === 'bill' ? 'Bill' : 'Credit note'
  document.history.push({ changes, details: `${what} ${document.number}${sum}`, user: by, at: now })
}
