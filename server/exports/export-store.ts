import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  ExportProgress,
  ExportRecord,
  type ExportRequest,
  ExportRequest as Request,
} from '#lib/api/exports.ts'
import type { Database, Sql } from '../database/database.ts'

/** An export on its way, as the drain sees it. */
export const Pending = z.object({
  id: z.string(),
  workspace: z.string(),
  request: Request,
  progress: ExportProgress,
  attempted: z.boolean(),
})
export type Pending = z.infer<typeof Pending>

const RecordRow = z
  .object({
    id: z.string(),
    key: z.string(),
    connection_id: z.string(),
    outlet_id: z.string(),
    invoice_id: z.string(),
    content: z.string(),
    sequence: z.coerce.number(),
    updated_at: z.coerce.date(),
    progress: z.unknown(),
  })
  .transform(row => ({
    id: row.id,
    key: row.key,
    connectionId: row.connection_id,
    outletId: row.outlet_id,
    invoiceId: row.invoice_id,
    content: row.content,
    sequence: row.sequence,
    updatedAt: row.updated_at.toISOString(),
    progress: row.progress,
  }))
  .pipe(ExportRecord)

/** The next sequence of a workspace. Its row stays locked until the commit, so that none is ever passed over. */
async function nextSequence(sql: Sql, workspace: string): Promise<number> {
  const [row] = await sql.query(
    'UPDATE workspaces SET sequence = sequence + 1 WHERE id = $1 RETURNING sequence',
    [workspace],
  )
  return z.object({ sequence: z.coerce.number() }).parse(row).sequence
}

/**
 * Takes an export in. The same key is the same export; one that was refused or cancelled is opened again.
 * @returns its id
 */
export async function acceptExport(sql: Sql, workspace: string, request: ExportRequest): Promise<string> {
  const [known] = await sql.query<{ id: string; state: string }>(
    'SELECT id, state FROM exports WHERE workspace_id = $1 AND key = $2 FOR UPDATE',
    [workspace, request.key],
  )
  const progress: ExportProgress = { state: 'accepted' }
  if (known) {
    if (known.state !== 'refused' && known.state !== 'cancelled') return known.id
    await sql.query('UPDATE exports SET request = $2 WHERE id = $1', [known.id, JSON.stringify(request)])
    await setProgress(sql, workspace, known.id, progress)
    return known.id
  }
  const id = randomUUID()
  await sql.query(
    `INSERT INTO exports (id, workspace_id, connection_id, key, outlet_id, invoice_id, content, request, progress, state, sequence, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'accepted', $10, now())`,
    [
      id,
      workspace,
      request.connectionId,
      request.key,
      request.outletId,
      request.invoiceId,
      request.bill.content,
      JSON.stringify(request),
      JSON.stringify(progress),
      await nextSequence(sql, workspace),
    ],
  )
  return id
}

/** Moves an export on. Every move has a sequence of its own, which readers follow. */
export async function setProgress(
  sql: Sql,
  workspace: string,
  id: string,
  progress: ExportProgress,
): Promise<void> {
  await sql.query(
    'UPDATE exports SET progress = $2, state = $3, sequence = $4, updated_at = now() WHERE id = $1',
    [id, JSON.stringify(progress), progress.state, await nextSequence(sql, workspace)],
  )
}

/** What a connection has yet to send or to look up, in the order of arrival. */
export async function pendingExports(
  database: Database,
  connectionId: string,
  limit: number,
): Promise<Pending[]> {
  const rows = await database.query(
    `SELECT id, workspace_id AS workspace, request, progress,
            EXISTS (SELECT 1 FROM attempts WHERE export_id = exports.id) AS attempted
     FROM exports
     WHERE connection_id = $1 AND state IN ('accepted', 'sent', 'checking', 'waiting')
     ORDER BY (state IN ('sent', 'checking')) DESC, arrived LIMIT $2`,
    [connectionId, limit],
  )
  return z.array(Pending).parse(rows)
}

/** The changes after a cursor, oldest first. */
export async function exportsAfter(
  database: Database,
  workspace: string,
  after: number,
): Promise<ExportRecord[]> {
  const rows = await database.query(
    'SELECT * FROM exports WHERE workspace_id = $1 AND sequence > $2 ORDER BY sequence LIMIT 500',
    [workspace, after],
  )
  return z.array(RecordRow).parse(rows)
}
