import { Hono } from 'hono'
import { ExportProgress } from '#lib/api/exports.ts'
import { FILE_BYTES, type FileAnswer, FileQuery } from '#lib/api/files.ts'
import type { BillFile } from '#lib/domain/bill-file.ts'
import { systemClock } from '#lib/domain/instant.ts'
import type { Database } from '../database/database.ts'
import { changing, setProgress } from '../exports/export-store.ts'
import type { Services, Signed } from './app.ts'
import { ownConnection } from './connection-routes.ts'
import { Refusal, understood } from './problem.ts'

/** The file that came with an invoice, on its way to the bill. It is passed on and never kept here. */
export function fileRoutes({ database, ledgerOf, bell }: Services): Hono<Signed> {
  const app = new Hono<Signed>()

  app.put('/exports/file', async context => {
    const workspace = context.get('workspace')
    const query = understood(FileQuery, context.req.query())
    const type = context.req.header('content-type') ?? 'application/octet-stream'
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    if (bytes.length === 0) throw new Refusal('not-understood', 'The file is empty.')
    if (bytes.length > FILE_BYTES) throw new Refusal('too-large', 'The file is larger than 10 MB.')
    const { connection, progress } = await postedExport(database, workspace, query)
    const ledger = await ledgerOf(ownConnection(context.get('session').connections, connection))
    const outcome = await ledger.attach(progress.bill, { name: query.name, type, bytes })
    const about = { name: query.name, at: systemClock() }
    const file: BillFile =
      outcome.kind === 'attached'
        ? { state: 'attached', ...about }
        : { state: 'refused', failure: outcome.failure, ...about }
    await changing(database, workspace, async sql => {
      // Read anew: the bill may have been seen in another state while the file was on its way.
      const now = await postedExport(sql, workspace, query)
      if (now.progress.bill.id === progress.bill.id) {
        await setProgress(sql, workspace, [{ id: now.id, progress: { ...now.progress, file } }])
      }
    })
    bell.ring(workspace)
    return context.json({ file } satisfies FileAnswer)
  })
  return app
}

/** The export whose bill stands for the invoice. @throws Refusal `not-found` */
async function postedExport(
  sql: Pick<Database, 'query'>,
  workspace: string,
  { outletId, invoiceId }: FileQuery,
): Promise<{ id: string; connection: string; progress: ExportProgress & { state: 'posted' } }> {
  const [row] = await sql.query<{ id: string; connection_id: string; progress: unknown }>(
    `SELECT id, connection_id, progress FROM exports
     WHERE workspace_id = $1 AND outlet_id = $2 AND invoice_id = $3 AND state = 'posted' ORDER BY sequence DESC LIMIT 1`,
    [workspace, outletId, invoiceId],
  )
  const progress = row && ExportProgress.parse(row.progress)
  if (progress?.state !== 'posted') throw new Refusal('not-found', 'There is no bill of this invoice.')
  return { id: row?.id ?? '', connection: row?.connection_id ?? '', progress }
}
