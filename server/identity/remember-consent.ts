import { randomUUID } from 'node:crypto'
import type { Sql } from '../database/database.ts'
import type { Sealer } from './sealing.ts'
import type { organisationsOf, SignedIn } from './xero-oauth.ts'

type Organisations = Awaited<ReturnType<typeof organisationsOf>>

/** Held while a consent is taken in, so that two people of one group do not found two workspaces. */
const LOCK = 4_700_002

/** Takes in a user, their workspace and what they consented to; gives the ids of user and connections. */
export async function rememberConsent(
  sql: Sql,
  sealer: Sealer,
  { user, tokens }: SignedIn,
  organisations: Organisations,
): Promise<{ user: string; connections: string[] }> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
  const { id, workspace } = await rememberUser(sql, user, organisations)
  const consent = randomUUID()
  await sql.query(
    "INSERT INTO consents (id, sealed_tokens, expires_at, state) VALUES ($1, $2, $3, 'connected')",
    [consent, sealer.seal(JSON.stringify(tokens)), tokens.expiresAt],
  )
  const connections: string[] = []
  for (const { tenantId, tenantName } of organisations) {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO connections (id, workspace_id, consent_id, ledger, organisation_id, organisation_name, connected_at)
       VALUES ($1, $2, $3, 'xero', $4, $5, now())
       ON CONFLICT (workspace_id, organisation_id) DO UPDATE
       SET consent_id = excluded.consent_id, organisation_name = excluded.organisation_name,
           connected_at = now(), lost_at = NULL
       RETURNING id`,
      [randomUUID(), workspace, consent, tenantId, tenantName ?? tenantId],
    )
    if (row) connections.push(row.id)
  }
  // Tokens that no connection uses any more are not kept.
  await sql.query('DELETE FROM consents WHERE id NOT IN (SELECT consent_id FROM connections)')
  return { user: id, connections }
}

async function rememberUser(sql: Sql, user: SignedIn['user'], organisations: Organisations) {
  const [known] = await sql.query<{ id: string; workspace_id: string }>(
    'SELECT id, workspace_id FROM users WHERE subject = $1',
    [user.subject],
  )
  // Who may see an organisation that a workspace has connected belongs to that workspace.
  const [shared] = await sql.query<{ workspace_id: string }>(
    'SELECT workspace_id FROM connections WHERE organisation_id = ANY($1) ORDER BY connected_at LIMIT 1',
    [organisations.map(({ tenantId }) => tenantId)],
  )
  const workspace = known?.workspace_id ?? shared?.workspace_id ?? randomUUID()
  await sql.query('INSERT INTO workspaces (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    workspace,
    organisations[0]?.tenantName ?? user.name,
  ])
  const id = known?.id ?? randomUUID()
  await sql.query(
    `INSERT INTO users (id, subject, name, email, workspace_id) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email`,
    [id, user.subject, user.name, user.email, workspace],
  )
  return { id, workspace }
}
