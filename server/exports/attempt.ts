import { randomUUID } from 'node:crypto'
import type { ExportProgress } from '#lib/api/exports.ts'
import type { Sql } from '../database/database.ts'
import { LedgerTrouble, type Outcome } from '../ledger/port.ts'
import type { DrainContext } from './drain.ts'
import { changing, contentOfBill, setProgress } from './export-store.ts'
import type { Pending } from './pending.ts'
import { postedProgress } from './posted-progress.ts'

/** One call to the ledger for some exports. */
export interface Call {
  exports: readonly Pending[]
  /** The idempotency key; the same as an earlier call's only for exactly the same exports. */
  key: string
  /** In the order of the exports given. */
  make(exports: Pending[], key: string): Promise<Outcome[]>
}

/** From which states an attempt claims; what was cancelled meanwhile is left out. */
const OPEN = ['accepted', 'waiting', 'checking', 'sent']

/**
 * Writes the attempt, makes the call, settles each outcome. The attempt claims its exports in the very
 * transaction that marks them as sent.
 * @throws what the call throws, after noting what it means for the exports
 */
export async function attempt(context: DrainContext, { exports, key, make }: Call): Promise<void> {
  const workspace = exports[0]?.workspace
  if (workspace === undefined) return
  const claimed = await changing(context.database, workspace, sql => claim(sql, workspace, exports, key))
  if (claimed.length === 0) return
  context.changed(workspace)
  let outcomes: Outcome[]
  try {
    outcomes = await make(claimed, key)
  } catch (error) {
    // Of what went wrong in a way that we do not know, it is not known either whether it had an effect.
    const unknown = !(error instanceof LedgerTrouble) || error.kind === 'unknown-outcome'
    await changing(context.database, workspace, async sql => {
      await end(sql, key, claimed, () => (unknown ? 'unknown' : 'not-sent'))
      const progress: ExportProgress = { state: unknown ? 'checking' : 'accepted' }
      await setProgress(
        sql,
        workspace,
        claimed.map(({ id }) => ({ id, progress })),
      )
    })
    context.changed(workspace)
    throw error
  }
  await changing(context.database, workspace, async sql => {
    await end(sql, key, claimed, index => outcomes[index]?.kind ?? 'unknown')
    const moves: { id: string; progress: ExportProgress }[] = []
    for (const [index, one] of claimed.entries()) {
      moves.push({ id: one.id, progress: await progressOf(sql, one, outcomes[index] ?? { kind: 'unknown' }) })
    }
    await setProgress(sql, workspace, moves)
  })
  context.changed(workspace)
}

async function claim(
  sql: Sql,
  workspace: string,
  exports: readonly Pending[],
  key: string,
): Promise<Pending[]> {
  const open = await sql.query<{ id: string }>(
    'SELECT id FROM exports WHERE id = ANY($1) AND state = ANY($2)',
    [exports.map(({ id }) => id), OPEN],
  )
  const claimed = exports.filter(({ id }) => open.some(row => row.id === id))
  for (const { id } of claimed) {
    await sql.query(
      'INSERT INTO attempts (id, export_id, batch_key, started_at) VALUES ($1, $2, $3, now())',
      [randomUUID(), id, key],
    )
  }
  await setProgress(
    sql,
    workspace,
    claimed.map(({ id }) => ({ id, progress: { state: 'sent' } })),
  )
  return claimed
}

async function end(sql: Sql, key: string, claimed: Pending[], outcome: (index: number) => string) {
  for (const [index, { id }] of claimed.entries()) {
    await sql.query(
      `UPDATE attempts SET ended_at = now(), outcome = $3
       WHERE export_id = $1 AND batch_key = $2 AND ended_at IS NULL`,
      [id, key, outcome(index)],
    )
  }
}

async function progressOf(sql: Sql, one: Pending, outcome: Outcome): Promise<ExportProgress> {
  switch (outcome.kind) {
    case 'posted':
      return postedProgress(sql, one, outcome.bill, false)
    case 'unknown':
      return { state: 'checking' }
    case 'refused': {
      const { failure, bill } = outcome
      // A bill whose total came out otherwise says nothing that any invoice says.
      const otherwise = ['totals-differ', 'asks-first'].includes(failure.code)
      const content = bill && !otherwise ? await contentOfBill(sql, one.workspace, bill.id) : null
      return {
        state: 'refused',
        failure,
        bill,
        billContent: content as typeof one.request.bill.content | null,
      }
    }
  }
}
