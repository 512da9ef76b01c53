import type { Invoice } from '../domain/invoice.ts'
import type { Outlet } from '../domain/outlet.ts'
import type { ExportRow } from './database.ts'

/** Whether the page says that Foodrazor's own integration made a bill of it. */
export function pageExported(invoice: Invoice): boolean {
  return invoice.cloud === 'exported' || (invoice.detail?.linkedBill ?? null) !== null
}

/** Whether a bill may stand in the ledger of which we have no record: Foodrazor exported it and nobody asked yet. */
export function mayStand(invoice: Invoice & { linkChecked?: 1 }, row: ExportRow | undefined): boolean {
  return row === undefined && invoice.linkChecked !== 1 && pageExported(invoice)
}

/**
 * Whether the ledger must be asked for a standing bill before Clearcloud may send this invoice.
 * A second bill would be worse than a late one.
 */
export function needsLinkCheck(
  invoice: Invoice & { linkChecked?: 1 },
  outlet: Outlet,
  row: ExportRow | undefined,
): boolean {
  return outlet.exporter === 'clearcloud' && mayStand(invoice, row)
}
