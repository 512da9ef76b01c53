import { accessToken, type TokenSource } from '../identity/access-token.ts'
import { endConnection } from '../identity/xero-oauth.ts'
import { LedgerTrouble } from './port.ts'

/**
 * Ends one connection, at Xero too. Others of the same consent go on; with the last one its tokens are
 * forgotten. The exports stay on record: the connection remains as a name, until it is connected again.
 * @throws LedgerTrouble where Xero cannot be told: then nothing has changed
 */
export async function disconnect(source: TokenSource, connectionId: string): Promise<void> {
  const { database, xero } = source
  const [row] = await database.query<{ organisation_id: string; consent_id: string }>(
    'SELECT organisation_id, consent_id FROM connections WHERE id = $1',
    [connectionId],
  )
  if (!row) return
  try {
    await endConnection(xero, await accessToken(source, connectionId), row.organisation_id)
  } catch (error) {
    // What Xero itself has ended need not be ended there.
    if (!(error instanceof LedgerTrouble && error.kind === 'connection-lost')) throw error
  }
  await database.transaction(async sql => {
    await sql.query('UPDATE connections SET lost_at = now() WHERE id = $1', [connectionId])
    await sql.query(
      `UPDATE consents SET state = 'expired', sealed_tokens = ''
       WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM connections WHERE consent_id = $1 AND lost_at IS NULL)`,
      [row.consent_id],
    )
  })
}
