import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type ExportProgress, ExportRecord, type ExportRequest } from '#lib/api/exports.ts'
import type { BillId, ContentHash } from '#lib/domain/ids.ts'
import type { Database, Sql } from '../database/database.ts'
import { countUnrecognised } from './unrecognised-answers.ts'

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

/**
 * A transaction that may change exports of a workspace. The workspace's row is locked first, always: changes
 * of one workspace take turns, so that sequences are committed in their order and no two wait for each other.
 */
export function changing<T>(
  database: Database,
  workspace: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  return database.transaction(async sql => {
    await sql.query('SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE', [workspace])
    return work(sql)
  })
}

/**
 * Takes an export in, within `changing`. The same key is the same export; one that was refused or cancelled is
 * opened again.
 * @returns its id
 */
export async function acceptExport(sql: Sql, workspace: string, request: ExportRequest): Promise<string> {
  const [known] = await sql.query<{ id: string; state: string }>(
    'SELECT id, state FROM exports WHERE workspace_id = $1 AND key = $2',
    [workspace, request.key],
  )
  if (known && known.state !== 'refused' && known.state !== 'cancelled') return known.id
  const id = known?.id ?? randomUUID()
  if (known) {
    await sql.query('UPDATE exports SET request = $2, connection_id = $3 WHERE id = $1', [
      id,
      JSON.stringify(request),
      request.connectionId,
    ])
  } else {
    await sql.query(
      `INSERT INTO exports (id, workspace_id, connection_id, key, outlet_id, invoice_id, content, request, progress, state, sequence, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', 'accepted', 0, now())`,
      [
        id,
        workspace,
        request.connectionId,
        request.key,
        request.outletId,
        request.invoiceId,
        request.bill.content,
        JSON.stringify(request),
      ],
    )
  }
  await setProgress(sql, workspace, [{ id, progress: { state: 'accepted' } }])
  return id
}

/**
 * Moves exports on, within `changing`. Every move has a sequence of its own, which readers follow. What happened
 * `in-the-ledger` makes no export younger.
 */
export async function setProgress(
  sql: Sql,
  workspace: string,
  moves: readonly { id: string; progress: ExportProgress }[],
  where: 'here' | 'in-the-ledger' = 'here',
): Promise<void> {
  if (moves.length === 0) return
  const [row] = await sql.query(
    'UPDATE workspaces SET sequence = sequence + $2 WHERE id = $1 RETURNING sequence',
    [workspace, moves.length],
  )
  const last = z.object({ sequence: z.coerce.number() }).parse(row).sequence
  const numbered = moves.map((move, index) => ({ ...move, sequence: last - moves.length + 1 + index }))
  await sql.query(
    `UPDATE exports SET progress = move.progress, state = move.progress->>'state',
            sequence = move.sequence,
            updated_at = CASE WHEN $2 THEN now() ELSE exports.updated_at END,
            posted = CASE WHEN move.progress->>'state' = 'posted' AND (exports.state <> 'posted' OR exports.posted IS NULL)
                          THEN move.progress->'bill' ELSE exports.posted END
     FROM jsonb_to_recordset($1::jsonb) AS move (id uuid, progress jsonb, sequence bigint)
     WHERE exports.id = move.id`,
    [JSON.stringify(numbered), where === 'here'],
  )
  await countUnrecognised(sql, moves)
}

/** An export turned out to say something else than was asked for: a bill was linked as it stands. */
export async function setContent(sql: Sql, id: string, content: ContentHash): Promise<void> {
  await sql.query('UPDATE exports SET content = $2 WHERE id = $1', [id, content])
}

/** What a bill says, as far as an export of ours made it say so. */
export async function contentOfBill(sql: Sql, workspace: string, bill: BillId): Promise<string | null> {
  const [row] = await sql.query<{ content: string }>(
    `SELECT content FROM exports
     WHERE workspace_id = $1 AND state = 'posted' AND progress->'bill'->>'id' = $2
     ORDER BY sequence DESC LIMIT 1`,
    [workspace, bill],
  )
  return row?.content ?? null
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
