import { failureEntry } from '../domain/failures/catalogue.ts'
import type { FixKind } from '../domain/fix.ts'
import type { InvoiceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { freshDetail } from '../domain/invoice.ts'
import type { InvoiceRow, OutletRow } from '../store/database.ts'
import { pageExported } from '../store/link-check.ts'
import type { Store } from '../store/open.ts'
import { type Enqueued, enqueue } from './enqueue.ts'

/**
 * Sends what sends itself among these invoices: what a person asked for before its lines were known, what
 * was edited while its bill is a draft (in every mode), and, in the two automatic modes, what is ready.
 * `afterFix`: a change of the mapping came before, so that what was refused for want of one is tried again.
 */
export async function exportByItself(
  store: Store,
  invoiceIds: readonly InvoiceId[],
  { now, afterFix = false }: { now: Instant; afterFix?: boolean },
): Promise<Enqueued> {
  const rows = (await store.invoices.bulkGet([...invoiceIds])).filter(row => row !== undefined)
  const outlets = new Map((await store.outlets.toArray()).map(outlet => [outlet.id, outlet]))
  const due = rows.filter(row => {
    const outlet = outlets.get(row.outletId)
    return outlet?.exporter === 'clearcloud' && goesByItself(row, outlet, afterFix)
  })
  return enqueue(
    store,
    due.map(row => row.id),
    { now },
  )
}

function goesByItself(row: InvoiceRow, outlet: OutletRow, afterFix: boolean): boolean {
  if (freshDetail(row) === null) return false
  if (row.exportWhenRead === 1 || isEditedDraft(row)) return true
  if (outlet.mode === 'manual') return false
  // What Foodrazor says it exported never goes unasked, even where no bill of it was found.
  if (row.exportable === 1) return !pageExported(row)
  return afterFix && isMended(row)
}

/** The invoice was edited and its bill is still a draft: the bill follows (DESIGN.md, The assessment). */
function isEditedDraft(row: InvoiceRow): boolean {
  return (
    row.status === 'exporting' &&
    row.assessment.reasons.some(reason => reason.kind === 'edited-since' && reason.billState === 'draft')
  )
}

const mendedBy = new Set<FixKind>(['map-account', 'assign-group', 'link-contact'])

/** Refused for want of a mapping or of the right contact, and nothing is unassigned any more. */
function isMended(row: InvoiceRow): boolean {
  const wanted = row.assessment.reasons.some(
    reason =>
      reason.kind === 'refused' && failureEntry(reason.failure.code).fixes.some(kind => mendedBy.has(kind)),
  )
  return row.status === 'failed' && wanted && !row.assessment.fixes.some(fix => fix.kind === 'assign-group')
}
