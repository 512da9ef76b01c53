import { ExportProgress } from '#lib/api/exports.ts'
import type { Bill } from '#lib/domain/bill.ts'
import type { Sql } from '../database/database.ts'
import type { Pending } from './pending.ts'

type Posted = ExportProgress & { state: 'posted' }

/**
 * What an export says once its bill stands: that bill; or, of a difference, the bill that it corrects, as the
 * invoice's last export has it, with this correction beside the earlier ones. `linked`: the bill stood already.
 */
export async function postedProgress(sql: Sql, one: Pending, bill: Bill, linked: boolean): Promise<Posted> {
  const { operation, outletId, invoiceId } = one.request
  const alone: Posted = { state: 'posted', bill, linked, accepted: null }
  if (operation.kind !== 'difference') return alone
  const [row] = await sql.query<{ progress: unknown }>(
    `SELECT progress FROM exports
     WHERE workspace_id = $1 AND outlet_id = $2 AND invoice_id = $3 AND state = 'posted'
       AND progress->'bill'->>'id' = $4
     ORDER BY sequence DESC LIMIT 1`,
    [one.workspace, outletId, invoiceId, operation.of.id],
  )
  const before = row && ExportProgress.parse(row.progress)
  // Unlinked in the meantime: then the correction is all that is known of the invoice.
  if (before?.state !== 'posted') return alone
  const { drift: _, ...stands } = before
  const earlier = (before.corrections ?? []).filter(({ id }) => id !== bill.id)
  return { ...stands, accepted: null, corrections: [...earlier, bill] }
}
