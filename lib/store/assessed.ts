import type { InvoiceId } from '../domain/ids.ts'
import { wouldFail } from '../domain/ready.ts'
import { inWords } from '../domain/wording.ts'
import type { AssessedInvoice } from '../messages.ts'
import { say } from '../words/say.ts'
import type { Store } from './open.ts'

/** These invoices as the overlay shows them, in the order asked for; those that are not known are left out. */
export async function assessedInvoices(store: Store, ids: readonly InvoiceId[]): Promise<AssessedInvoice[]> {
  const rows = (await store.invoices.bulkGet([...ids])).filter(row => row !== undefined)
  const outlets = new Map((await store.outlets.toArray()).map(outlet => [outlet.id, outlet]))
  return rows.map(row => ({
    id: row.id,
    outletId: row.outletId,
    number: row.number,
    supplier: row.supplier.name,
    total: row.total,
    currency: row.currency,
    exporter: outlets.get(row.outletId)?.exporter ?? 'foodrazor',
    status: row.status,
    wouldFail: wouldFail(row.assessment),
    words: inWords(row.assessment, say),
  }))
}
