import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Connection, Session } from '#lib/api/session.ts'
import type { Database } from '../database/database.ts'

const ConnectionRow = z
  .object({
    id: z.string(),
    ledger: z.string(),
    organisation_id: z.string(),
    organisation_name: z.string(),
    currency: z.string().nullable(),
    state: z.string(),
    connected_at: z.coerce.date(),
  })
  .transform(row => ({
    id: row.id,
    ledger: row.ledger,
    organisation: { id: row.organisation_id, name: row.organisation_name, currency: row.currency },
    state: row.state,
    connectedAt: row.connected_at.toISOString(),
  }))
  .pipe(Connection)

/** The connections of a workspace, by name. */
export async function readConnections(database: Database, workspace: string): Promise<Connection[]> {
  const rows = await database.query(
    `SELECT connections.*, CASE WHEN lost_at IS NULL THEN consents.state ELSE 'expired' END AS state
     FROM connections JOIN consents ON consents.id = consent_id
     WHERE workspace_id = $1 ORDER BY organisation_name`,
    [workspace],
  )
  return z.array(ConnectionRow).parse(rows)
}

/** Who a session token belongs to; null for an unknown or expired one. */
export async function readSession(
  database: Database,
  token: string,
): Promise<{ workspace: string; session: Session } | null> {
  const [row] = await database.query<{
    user_id: string
    name: string
    email: string
    workspace_id: string
    workspace_name: string
    expires_at: Date
  }>(
    `SELECT users.id AS user_id, users.name, email, workspace_id, workspaces.name AS workspace_name, expires_at
     FROM sessions JOIN users ON users.id = user_id JOIN workspaces ON workspaces.id = workspace_id
     WHERE token_hash = $1 AND expires_at > now()`,
    [createHash('sha256').update(token).digest('hex')],
  )
  if (!row) return null
  const session = Session.parse({
    user: { id: row.user_id, name: row.name, email: row.email },
    workspace: { id: row.workspace_id, name: row.workspace_name },
    connections: await readConnections(database, row.workspace_id),
    expiresAt: new Date(row.expires_at).toISOString(),
  })
  return { workspace: row.workspace_id, session }
}
