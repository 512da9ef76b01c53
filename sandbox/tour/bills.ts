import type { HostInvoice } from './host.ts'
import type { LedgerBill } from './ledger.ts'
import type { World } from './world.ts'

/**
 * The bills of an invoice: those that link back to it. Credit notes carry no link, and neither does a bill that
 * stood before and was linked: these are told by what they say.
 */
export function billsOf(bills: readonly LedgerBill[], invoice: HostInvoice): LedgerBill[] {
  const linked = bills.filter(({ link }) => link?.endsWith(`/${invoice.outlet.id}/${invoice.id}`))
  if (linked.length > 0) return linked
  return bills.filter(
    bill =>
      bill.number === invoice.invoiceNo &&
      bill.contact === invoice.supplier.name &&
      equalTotals(bill, invoice),
  )
}

/** What keeps these invoices from standing in the ledger exactly once each, with equal totals; empty when all do. */
export function discrepancies(bills: readonly LedgerBill[], invoices: readonly HostInvoice[]): string[] {
  return invoices.flatMap(invoice => {
    const [bill, ...more] = billsOf(bills, invoice)
    if (!bill) return [`${invoice.invoiceNo} has no bill`]
    if (more.length > 0) return [`${invoice.invoiceNo} has ${more.length + 1} bills`]
    if (bill.number !== invoice.invoiceNo) return [`${invoice.invoiceNo} became ${bill.number}`]
    if (equalTotals(bill, invoice)) return []
    return [`${invoice.invoiceNo}: ${bill.currency} ${bill.total} for ${invoice.currency} ${invoice.total}`]
  })
}

/** To the cent; a credit note prints what it gives back with either sign. */
function equalTotals(bill: LedgerBill, invoice: HostInvoice): boolean {
  return (
    bill.currency === invoice.currency && Math.abs(Number(bill.total)) === Math.abs(Number(invoice.total))
  )
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

/** What the ledger holds more often than the host: number and supplier of each bill too many. */
export function doubled(bills: readonly LedgerBill[], invoices: readonly HostInvoice[]): string[] {
  const key = (number: string, supplier: string | null) => `${number} of ${supplier}`
  const wanted = new Map<string, number>()
  for (const { invoiceNo, supplier } of invoices) {
    const name = key(invoiceNo, supplier.name)
    wanted.set(name, (wanted.get(name) ?? 0) + 1)
  }
  const standing = Map.groupBy(bills, ({ number, contact }) => key(number, contact))
  return [...standing].filter(([name, same]) => same.length > (wanted.get(name) ?? 0)).map(([name]) => name)
}
