import type { HostInvoice } from './host.ts'
import type { LedgerBill } from './ledger.ts'
import type { World } from './world.ts'

/** Our bill of an invoice: the one that links back to it. */
export function billsOf(bills: readonly LedgerBill[], invoice: HostInvoice): LedgerBill[] {
  return bills.filter(({ link }) => link?.endsWith(`/${invoice.outlet.id}/${invoice.id}`))
}

/** What keeps these invoices from standing in the ledger exactly once each, with equal totals; empty when all do. */
export function discrepancies(bills: readonly LedgerBill[], invoices: readonly HostInvoice[]): string[] {
  return invoices.flatMap(invoice => {
    const [bill, ...more] = billsOf(bills, invoice)
    if (!bill) return [`${invoice.invoiceNo} has no bill`]
    if (more.length > 0) return [`${invoice.invoiceNo} has ${more.length + 1} bills`]
    if (bill.number !== invoice.invoiceNo) return [`${invoice.invoiceNo} became ${bill.number}`]
    if (Number(bill.total) !== Number(invoice.total) || bill.currency !== invoice.currency) {
      return [`${invoice.invoiceNo}: ${bill.currency} ${bill.total} for ${invoice.currency} ${invoice.total}`]
    }
    return []
  })
}

/** Waits until each of these invoices stands in the ledger once, to the cent. @throws naming those that do not */
export async function allStand(
  world: World,
  invoices: readonly HostInvoice[],
  patience = 60_000,
): Promise<void> {
  const look = async () => discrepancies(await world.ledger.bills(), invoices)
  const left = await world.invoices.until(look, found => found.length === 0, patience).catch(look)
  if (left.length > 0) {
    throw new Error(`${left.length} of ${invoices.length} invoices: ${left.slice(0, 5).join('; ')}`)
  }
}
