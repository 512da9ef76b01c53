import type { Reason } from './assessment.ts'
import type { Export } from './export.ts'
import type { Outlet } from './outlet.ts'

/** What became of the bill in the ledger since its export, beyond its state, the most telling first. */
export function driftReasons(
  { drift }: Extract<Export, { state: 'posted' }>,
  { connection }: Pick<Outlet, 'connection'>,
): Reason[] {
  if (!drift) return []
  const ledger = connection?.ledger ?? null
  const edited: Reason[] =
    drift.edits.length > 0 ? [{ kind: 'edited-in-ledger', ledger, edits: drift.edits }] : []
  return drift.lockedUntil === null
    ? edited
    : [...edited, { kind: 'behind-lock-date', ledger, lockedUntil: drift.lockedUntil }]
}
