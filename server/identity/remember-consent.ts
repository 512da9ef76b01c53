import { randomUUID } from 'node:crypto'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Sql } from '../database/database.ts'
import type { Consent } from './consent.ts'
import type { Sealer } from './sealing.ts'

/** Held while a consent is taken in, so that two people of one group do not found two workspaces. */
const LOCK = 4_700_002

/**
 * Takes in what was consented to at a ledger; gives the ids of user and connections. With `by` it goes to the
 * workspace of that user, whoever they are at the ledger; else to the workspace of who signed in there.
 */
export async function rememberConsent(
  sql: Sql,
  sealer: Sealer,
  ledger: LedgerKind,
  { user, tokens, organisations }: Consent,
  by: string | null,
): Promise<{ user: string; connections: string[] }> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
  const { id, workspace } =
    by === null ? await rememberUser(sql, ledger, user, organisations) : await knownUser(sql, by)
  const consent = randomUUID()
  await sql.query(
    "INSERT INTO consents (id, sealed_tokens, expires_at, state) VALUES ($1, $2, $3, 'connected')",
    [consent, sealer.seal(JSON.stringify(tokens)), tokens.expiresAt],
  )
  const connections: string[] = []
  for (const organisation of organisations) {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO connections (id, workspace_id, consent_id, ledger, organisation_id, organisation_name, connected_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (workspace_id, organisation_id) DO UPDATE
       SET consent_id = excluded.consent_id, organisation_name = excluded.organisation_name,
           connected_at = now(), lost_at = NULL
       RETURNING id`,
      [randomUUID(), workspace, consent, ledger, organisation.id, organisation.name],
    )
    if (row) connections.push(row.id)
  }
  // Tokens that no connection uses any more are not kept.
  await sql.query('DELETE FROM consents WHERE id NOT IN (SELECT consent_id FROM connections)')
  return { user: id, connections }
}

async function knownUser(sql: Sql, id: string) {
  const [known] = await sql.query<{ workspace_id: string }>('SELECT workspace_id FROM users WHERE id = $1', [
    id,
  ])
  if (!known) throw new Error('There is no such user')
  return { id, workspace: known.workspace_id }
}

async function rememberUser(
  sql: Sql,
  ledger: LedgerKind,
  user: Consent['user'],
  organisations: Consent['organisations'],
) {
  const [known] = await sql.query<{ id: string; workspace_id: string }>(
    'SELECT id, workspace_id FROM users WHERE subject = $1',
    [user.subject],
  )
  // Who may see an organisation that a workspace has connected belongs to that workspace.
  const [shared] = await sql.query<{ workspace_id: string }>(
    'SELECT workspace_id FROM connections WHERE ledger = $1 AND organisation_id = ANY($2) ORDER BY connected_at LIMIT 1',
    [ledger, organisations.map(({ id }) => id)],
  )
  const workspace = known?.workspace_id ?? shared?.workspace_id ?? randomUUID()
  await sql.query('INSERT INTO workspaces (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    workspace,
    organisations[0]?.name ?? user.name,
  ])
  const id = known?.id ?? randomUUID()
  await sql.query(
    `INSERT INTO users (id, subject, name, email, workspace_id) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email`,
    [id, user.subject, user.name, user.email, workspace],
  )
  return { id, workspace }
}
