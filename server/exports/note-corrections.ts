import { z } from 'zod'
import { ExportProgress, ExportRequest } from '#lib/api/exports.ts'
import type { DrainContext } from './drain.ts'

const Row = z.object({ id: z.string(), request: ExportRequest, progress: ExportProgress })

/**
 * Tells the bills that differences belong to where to find them: a note in each one's history. The differences
 * name their bill themselves. Noted is noted: one that the ledger does not take is not tried again.
 * @throws LedgerTrouble
 */
export async function noteCorrections(context: DrainContext, connectionId: string): Promise<void> {
  const { database } = context
  const rows = await database.query(
    `SELECT id, request, progress FROM exports
     WHERE connection_id = $1 AND state = 'posted' AND noted_at IS NULL
       AND request->'operation'->>'kind' = 'difference' LIMIT 50`,
    [connectionId],
  )
  if (rows.length === 0) return
  const ledger = await context.ledgerOf(connectionId)
  for (const { id, request, progress } of z.array(Row).parse(rows)) {
    const { operation, bill } = request
    const made =
      progress.state === 'posted' ? progress.corrections?.find(one => one.number === bill.number) : null
    if (operation.kind === 'difference') {
      const what = bill.kind === 'credit' ? 'a credit' : 'a bill'
      const text = `Its invoice says something else: the difference of ${bill.total} ${bill.currency} is ${what} of its own, ${bill.number}.`
      await ledger.note(operation.of, made ? `${text} ${made.url}` : text, `${id}-note`)
    }
    await database.query('UPDATE exports SET noted_at = now() WHERE id = $1', [id])
  }
}
