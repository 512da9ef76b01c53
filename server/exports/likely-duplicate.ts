import type { ExportProgress } from '#lib/api/exports.ts'
import type { Bill, BillToPost } from '#lib/domain/bill.ts'

/** Refused, because these bills may be the invoice's already: a person compares them and decides. */
export function likelyDuplicate(bill: BillToPost, alike: readonly Bill[]): ExportProgress {
  const raw = [
    `Invoice: ${look(bill)}.`,
    ...alike.map(other => `Bill in the ledger, ${other.state}: ${look(other)}.`),
  ].join(' ')
  const failure = {
    code: 'likely-duplicate',
    raw: raw.slice(0, 4000),
    billState: null,
    alike: alike.slice(0, 5),
  }
  return { state: 'refused', failure, bill: null, billContent: null }
}

type Looked = Pick<Bill, 'number' | 'date' | 'currency' | 'total'> & { contact: { name: string } }

function look({ number, contact, date, currency, total }: Looked): string {
  return [number, contact.name, date ?? 'without a date', `${currency} ${total}`].join(', ')
}
