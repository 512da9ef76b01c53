import { z } from 'zod'
import { ExportProgress, ExportRequest } from '#lib/api/exports.ts'
import type { BillId } from '#lib/domain/ids.ts'
import type { BillToMake } from '../ledger/port.ts'
import type { DrainContext } from './drain.ts'
import { changing, setProgress } from './export-store.ts'

/** An export on its way, as the drain sees it. */
export const Pending = z.object({
  id: z.string(),
  workspace: z.string(),
  request: ExportRequest,
  progress: ExportProgress,
  /** How often it was sent without an answer that names it. */
  tries: z.coerce.number(),
  /** The key of the call that it was last part of, when that was first made, and how often. */
  batch: z
    .object({
      key: z.string(),
      began: z.coerce.number(),
      last: z.coerce.number(),
      times: z.coerce.number(),
      size: z.coerce.number(),
    })
    .nullable(),
})
export type Pending = z.infer<typeof Pending>

/** What one round looks up together and then sends batch by batch. */
const AT_ONCE = 500

/**
 * What a connection has yet to look up or to send: unknown outcomes first, then in the order of arrival. A row
 * that cannot be understood is refused by itself, so that it holds up no other.
 */
export async function pendingExports(context: DrainContext, connectionId: string): Promise<Pending[]> {
  const rows = await context.database.query<{ id: string; workspace: string }>(
    `SELECT exports.id, workspace_id AS workspace, request, progress, batch,
            (SELECT count(*) FROM attempts
             WHERE export_id = exports.id AND (outcome IS NULL OR outcome = 'unknown')) AS tries
     FROM exports LEFT JOIN LATERAL (
       SELECT jsonb_build_object(
                'key', batch_key,
                'began', extract(epoch FROM min(started_at)) * 1000,
                'last', extract(epoch FROM max(started_at)) * 1000,
                'times', count(DISTINCT started_at),
                'size', count(DISTINCT export_id)) AS batch
       FROM attempts
       WHERE batch_key = (SELECT batch_key FROM attempts WHERE export_id = exports.id
                          ORDER BY started_at DESC LIMIT 1)
       GROUP BY batch_key
     ) AS latest ON exports.state IN ('sent', 'checking')
     WHERE connection_id = $1 AND state IN ('accepted', 'sent', 'checking', 'waiting')
     ORDER BY (state IN ('sent', 'checking')) DESC, arrived LIMIT ${AT_ONCE}`,
    [connectionId],
  )
  const understood: Pending[] = []
  for (const row of rows) {
    const parsed = Pending.safeParse(row)
    if (parsed.success) understood.push(parsed.data)
    else await refuse(context, row, parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
  }
  return understood
}

async function refuse(context: DrainContext, row: { id: string; workspace: string }, fields: string) {
  const failure = {
    code: 'not-understood',
    raw: `Not as expected: ${fields}`.slice(0, 4000),
    billState: null,
  }
  await settle(context, row.workspace, [
    { id: row.id, progress: { state: 'refused', failure, bill: null, billContent: null } },
  ])
}

/** Moves exports on and tells whoever waits for it. */
export async function settle(
  context: DrainContext,
  workspace: string,
  moves: readonly { id: string; progress: ExportProgress }[],
): Promise<void> {
  if (moves.length === 0) return
  await changing(context.database, workspace, sql => setProgress(sql, workspace, moves))
  context.changed(workspace)
}

/** What the bill is found by. */
export function keyOf(context: DrainContext, { request }: Pending) {
  const { kind, number, contact, total, currency } = request.bill
  return {
    kind,
    number,
    contact,
    total,
    currency,
    link: linkOf(context, request),
    despite: despiteOf(request),
  }
}

export function toMake(context: DrainContext, { request }: Pending): BillToMake {
  return { bill: request.bill, link: linkOf(context, request), despite: despiteOf(request) }
}

function despiteOf({ operation }: ExportRequest): readonly BillId[] | undefined {
  return operation.kind === 'create' ? operation.despite : undefined
}

/** Each correction has a link of its own, by which it is never taken for the bill that it corrects. */
function linkOf(context: DrainContext, { outletId, invoiceId, operation }: ExportRequest): string {
  const link = context.linkOf(outletId, invoiceId)
  return operation.kind === 'difference' ? `${link}?correction=${operation.correction}` : link
}
