import { addMilliseconds, type Clock, type Instant, instantOf } from '#lib/domain/instant.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Database } from '../database/database.ts'
import type { Jobs } from './jobs.ts'

/** A ledger's word that something happened to a bill; what happened, the sweep asks. */
export interface Hint {
  /** The ledger's own id of the organisation. */
  organisation: string
  bill: string
  at: Instant
}

/** Hints bring a connection's sweeps no closer together than this. */
const APART = 60_000

/**
 * Has the connections swept whose bills the hints are about. A hint costs nothing where we follow no such bill,
 * where a sweep has seen it since (a ledger repeats what was not answered in time), and where it tells of our
 * own writing, which may be stamped a moment before its event.
 * @returns how many sweeps were called for
 */
export async function heedHints(
  { database, jobs, clock }: { database: Database; jobs: Pick<Jobs, 'sweep'>; clock: Clock },
  ledger: LedgerKind,
  hints: readonly Hint[],
): Promise<number> {
  if (hints.length === 0) return 0
  const rows = await database.query<{ id: string; swept_to: Date | null }>(
    `SELECT DISTINCT connections.id, swept_to
     FROM jsonb_to_recordset($2::jsonb) AS hint (organisation text, bill text, at timestamptz)
     JOIN connections ON connections.organisation_id = hint.organisation AND ledger = $1 AND lost_at IS NULL
     JOIN exports ON exports.workspace_id = connections.workspace_id AND connection_id = connections.id
       AND state IN ('posted', 'refused') AND progress->'bill'->>'id' = hint.bill
     WHERE hint.at > coalesce((progress->'bill'->>'changedAt')::timestamptz + interval '2 seconds', '-infinity')
       AND hint.at > coalesce(swept_to - interval '5 minutes', '-infinity')`,
    [ledger, JSON.stringify(hints)],
  )
  const now = clock()
  for (const { id, swept_to } of rows) {
    const swept = swept_to === null ? null : addMilliseconds(instantOf(new Date(swept_to)), APART)
    await jobs.sweep(id, swept !== null && swept > now ? swept : now)
  }
  return rows.length
}
