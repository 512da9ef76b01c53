import { z } from 'zod'
import type { BillId } from '#lib/domain/ids.ts'
import type { Database } from '../database/database.ts'

const Row = z.object({ bill: z.string(), outlet: z.string(), invoice: z.string() })

/** An invoice of a workspace. */
interface Owner {
  outletId: string
  invoiceId: string
}

/**
 * Which of these bills are other invoices' already, as far as this server posted or linked them.
 * @returns whether a bill is another invoice's than the one given
 */
export async function takenBills(
  database: Database,
  workspace: string,
  bills: readonly BillId[],
): Promise<(bill: BillId, by: Owner) => boolean> {
  if (bills.length === 0) return () => false
  const rows = await database.query(
    `SELECT DISTINCT progress->'bill'->>'id' AS bill, outlet_id AS outlet, invoice_id AS invoice
     FROM exports WHERE workspace_id = $1 AND state = 'posted' AND progress->'bill'->>'id' = ANY($2)`,
    [workspace, bills],
  )
  const owners = Map.groupBy(z.array(Row).parse(rows), row => row.bill)
  return (bill, { outletId, invoiceId }) => {
    const known = owners.get(bill) ?? []
    return known.length > 0 && !known.some(row => row.outlet === outletId && row.invoice === invoiceId)
  }
}
