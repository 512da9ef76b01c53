import { z } from 'zod'
import { ExportProgress, ExportRequest } from '#lib/api/exports.ts'
import { Bill, BillKind } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { addMilliseconds, type Instant, instantOf, type LocalDate } from '#lib/domain/instant.ts'
import type { Sql } from '../database/database.ts'

/** So long after its export a bill is followed: longer than its payment takes. */
export const FOLLOWED = 120 * 24 * 3600_000

/** What of a connection's bills is followed; null where there are none. */
export interface Following {
  /** When the first of them was exported. */
  from: Instant
  kinds: BillKind[]
  /** Whether some are drafts still, which a lock of the books may keep back. */
  drafts: boolean
}

export async function followingOf(sql: Sql, connectionId: string, now: Instant): Promise<Following | null> {
  const rows = await sql.query(
    `SELECT bill->>'kind' AS kind, min(updated_at) AS first,
            bool_or(bill->>'state' IN ('draft', 'submitted')) AS drafts
     FROM exports, jsonb_array_elements(
       jsonb_build_array(progress->'bill') || coalesce(progress->'corrections', '[]')) AS bill
     WHERE connection_id = $1 AND state = 'posted' AND updated_at > $2 GROUP BY 1`,
    [connectionId, addMilliseconds(now, -FOLLOWED)],
  )
  const kinds = z.array(z.object({ kind: BillKind, first: z.coerce.date(), drafts: z.boolean() })).parse(rows)
  const [first] = kinds.map(kind => instantOf(kind.first)).sort()
  if (first === undefined) return null
  return { from: first, kinds: kinds.map(({ kind }) => kind), drafts: kinds.some(({ drafts }) => drafts) }
}

const Row = z.object({
  id: z.string(),
  progress: ExportProgress,
  posted: Bill.nullable(),
  request: ExportRequest.nullable().catch(null),
  /** A later try of the same invoice was refused: what became of its bill is no news of its export. */
  overtaken: z.boolean(),
})

/** The last export of an invoice that its bill stands by, or that the bill's state refused. */
export type FollowedExport = z.infer<typeof Row>

const COLUMNS = `DISTINCT ON (outlet_id, invoice_id) id, progress, posted, request,
  EXISTS (SELECT 1 FROM exports AS later
          WHERE later.workspace_id = exports.workspace_id AND later.outlet_id = exports.outlet_id
            AND later.invoice_id = exports.invoice_id AND later.sequence > exports.sequence
            AND later.state = 'refused') AS overtaken`

/** The exports that these bills belong to, or correct: one an invoice. */
export async function exportsOfBills(
  sql: Sql,
  workspace: string,
  connectionId: string,
  bills: readonly BillId[],
): Promise<FollowedExport[]> {
  const rows = await sql.query(
    `SELECT ${COLUMNS} FROM exports
     WHERE connection_id = $2 AND id IN (
       SELECT id FROM exports
       WHERE workspace_id = $1 AND state IN ('posted', 'refused') AND progress->'bill'->>'id' = ANY($3)
       UNION
       SELECT id FROM exports, jsonb_array_elements(progress->'corrections') AS correction
       WHERE workspace_id = $1 AND progress->'corrections' IS NOT NULL AND state = 'posted'
         AND correction->>'id' = ANY($3))
     ORDER BY outlet_id, invoice_id, sequence DESC`,
    [workspace, connectionId, bills],
  )
  return z.array(Row).parse(rows)
}

/** The exports whose bill is no draft that a lock of the books up to this day keeps back, or no longer is. */
export async function exportsToLock(
  sql: Sql,
  workspace: string,
  connectionId: string,
  lockedUntil: LocalDate | null,
  now: Instant,
): Promise<FollowedExport[]> {
  const rows = await sql.query(
    `SELECT ${COLUMNS} FROM exports
     WHERE workspace_id = $1 AND connection_id = $2 AND state = 'posted' AND updated_at > $3
       AND progress->'bill'->>'state' IN ('draft', 'submitted')
       AND CASE WHEN progress->'bill'->>'date' <= $4::text THEN $4::text END
           IS DISTINCT FROM progress->'drift'->>'lockedUntil'
     ORDER BY outlet_id, invoice_id, sequence DESC`,
    [workspace, connectionId, addMilliseconds(now, -FOLLOWED), lockedUntil],
  )
  return z.array(Row).parse(rows)
}
