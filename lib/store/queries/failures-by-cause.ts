import type { Assessment } from '../../domain/assessment.ts'
import { failureEntry } from '../../domain/failures/catalogue.ts'
import type { OutletId } from '../../domain/ids.ts'
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
  invoices: InvoiceRow[]
  value: Value
}

/** The failed invoices of an outlet (null: of all), grouped by what stopped them, the costliest cause first. */
export async function failuresByCause(store: Store, outletId: OutletId | null): Promise<FailureCause[]> {
  const causes = new Map<string, InvoiceRow[]>()
  for (const row of await invoicesIn(store, ['failed'], outletId)) {
    const code = causeOf(row.assessment)
    causes.set(code, [...(causes.get(code) ?? []), row])
  }
  return [...causes]
    .map(([code, invoices]) => ({ code, ...explained(code), invoices, value: worth(invoices) }))
    .sort((a, b) => b.invoices.length - a.invoices.length || a.title.localeCompare(b.title))
}

function causeOf({ reasons }: Assessment): string {
  for (const reason of reasons) {
    if (reason.kind === 'refused') return reason.failure.code
    if (reason.kind === 'bill-gone') return 'bill-gone'
  }
  return 'page-says'
}

function explained(code: string): Pick<FailureCause, 'title' | 'says' | 'who'> {
  if (code === 'bill-gone') {
    return {
      title: 'The bill is no longer in the ledger',
      says: 'It was voided, deleted or lost there. Unlink it, and the invoice can be exported anew.',
      who: 'clerk',
    }
  }
  if (code === 'page-says') {
    return {
      title: 'Foodrazor says that the export failed',
      says: 'Its cloud is red; the invoice’s own error details name the cause once it has been read.',
      who: 'clerk',
    }
  }
  const { title, says, who } = failureEntry(code)
  return { title, says, who }
}
