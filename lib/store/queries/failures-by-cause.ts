import type { Assessment } from '../../domain/assessment.ts'
import { failureEntry } from '../../domain/failures/catalogue.ts'
import { failureWords } from '../../domain/failures/words.ts'
import type { OutletId } from '../../domain/ids.ts'
import { wouldFail } from '../../domain/ready.ts'
import { say } from '../../words/say.ts'
import type { InvoiceRow } from '../database.ts'
import type { Store } from '../open.ts'
import { invoicesIn } from './invoices-in.ts'
import { type Value, worth } from './worth.ts'

/** One cause, however many invoices it stopped. */
export interface FailureCause {
  /** The failure's code, or `bill-gone`, or `page-says` where only the page's cloud is known. */
  code: string
  title: string
  says: string
  /** Who can put it right. */
  who: 'anyone' | 'clerk' | 'admin' | 'accountant'
  /** Nothing was sent yet: the ledger's lists tell that it would be refused. */
  beforehand: boolean
  invoices: InvoiceRow[]
  value: Value
}

/**
 * The failed invoices of an outlet (null: of all), grouped by what stopped them, and those that are ready and
 * would be refused, by what would stop them. What failed comes first, then the cause with most invoices.
 */
export async function failuresByCause(store: Store, outletId: OutletId | null): Promise<FailureCause[]> {
  const causes = new Map<string, InvoiceRow[]>()
  const foreseen = new Map<string, InvoiceRow[]>()
  for (const row of await invoicesIn(store, ['failed', 'ready'], outletId)) {
    if (row.status === 'ready' && !wouldFail(row.assessment)) continue
    const kind = row.status === 'ready' ? foreseen : causes
    const code = causeOf(row.assessment)
    kind.set(code, [...(kind.get(code) ?? []), row])
  }
  return [...ranked(causes, false), ...ranked(foreseen, true)]
}

function ranked(causes: ReadonlyMap<string, InvoiceRow[]>, beforehand: boolean): FailureCause[] {
  return [...causes]
    .map(([code, invoices]) => ({ code, ...explained(code), beforehand, invoices, value: worth(invoices) }))
    .sort((a, b) => b.invoices.length - a.invoices.length || a.title.localeCompare(b.title))
}

function causeOf({ reasons }: Assessment): string {
  for (const reason of reasons) {
    if (reason.kind === 'refused' || reason.kind === 'would-fail') return reason.failure.code
    if (reason.kind === 'bill-gone') return 'bill-gone'
  }
  return 'page-says'
}

function explained(code: string): Pick<FailureCause, 'title' | 'says' | 'who'> {
  if (code === 'bill-gone' || code === 'page-says') {
    return { title: say(`failure.${code}.title`), says: say(`failure.${code}.says`), who: 'clerk' }
  }
  return { ...failureWords(code, say), who: failureEntry(code).who }
}
