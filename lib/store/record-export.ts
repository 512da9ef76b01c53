import type { Export } from '../domain/export.ts'
import type { InvoiceId, OutletId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { ExportRow, PostedExport } from './database.ts'

/**
 * The row of an invoice's export after `record` became true of it. What stands in the ledger is kept beside
 * an update that is on its way, so that cancelling or refusing it forgets no bill.
 */
export function recorded(
  before: ExportRow | undefined,
  about: { invoiceId: InvoiceId; outletId: OutletId; at: Instant } & Pick<
    Partial<ExportRow>,
    'key' | 'sequence' | 'queuedAt'
  >,
  record: Export,
): ExportRow {
  const { at, ...rest } = about
  return {
    ...before,
    ...rest,
    record,
    state: record.state,
    updatedAt: at,
    stands: record.state === 'posted' ? record : standsIn(before),
  }
}

/** The bill that stands for an invoice, whether or not an update of it is on its way. */
export function standsIn(row: ExportRow | undefined): PostedExport | null {
  return row?.stands ?? (row?.record.state === 'posted' ? row.record : null)
}

/** On its way: in the outbox or with the server, without an answer yet. */
export function inFlight(state: Export['state']): boolean {
  return state === 'queued' || state === 'sent' || state === 'checking' || state === 'waiting'
}

export const statesInFlight: readonly Export['state'][] = ['queued', 'sent', 'checking', 'waiting']
