import type { Bill } from '#lib/domain/bill.ts'
import type { Sql } from '../database/database.ts'

/**
 * Keeps how bills stood when they were last read, for whoever reads the exports from the start. It moves no
 * export on: whoever asked has the answer, and others ask for themselves.
 */
export async function keepSeen(sql: Sql, workspace: string, bills: readonly Bill[]): Promise<void> {
  // Of a bill that is gone, what it said last is worth more than what the ledger says of it.
  const seen = bills.map(bill =>
    bill.state === 'missing' ? { id: bill.id, state: bill.state, seenAt: bill.seenAt } : bill,
  )
  await sql.query(
    `UPDATE exports SET progress = jsonb_set(progress, '{bill}', progress->'bill' || seen.bill)
     FROM jsonb_array_elements($2::jsonb) AS seen (bill)
     WHERE workspace_id = $1 AND state = 'posted' AND progress->'bill'->>'id' = seen.bill->>'id'`,
    [workspace, JSON.stringify(seen)],
  )
}
