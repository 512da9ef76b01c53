import { billsOf } from './bills.ts'
import type { HostInvoice } from './host.ts'
import type { World } from './world.ts'

/** An invoice of Harbour Street Kitchen whose bill is our draft and whose number finds it alone; always the same one. */
export async function exportedInvoice(world: World): Promise<HostInvoice> {
  const [invoices, bills] = await Promise.all([world.host.invoices(), world.ledger.bills()])
  const found = invoices.find(
    invoice =>
      invoice.outlet.name === 'Harbour Street Kitchen' &&
      billsOf(bills, invoice).some(({ status }) => status === 'DRAFT') &&
      invoices.filter(({ invoiceNo }) => invoiceNo.includes(invoice.invoiceNo)).length === 1,
  )
  if (!found) throw new Error('No invoice stands in the ledger as our draft')
  return found
}
