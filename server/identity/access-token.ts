import type { XeroConfig } from '../config.ts'
import type { Database } from '../database/database.ts'
import { LedgerTrouble } from '../ledger/port.ts'
import type { Sealer } from './sealing.ts'
import { ConsentLost, refreshTokens, Tokens } from './xero-oauth.ts'

/** Refreshed when less than this is left, so that a batch does not outlive its token. */
const MARGIN = 120_000

/**
 * A good access token of a connection. The refresh happens under the row's lock: whoever waited reads
 * what the first one got, because a refresh token is good for one use only.
 * @throws LedgerTrouble `connection-lost` once only a person can renew the consent
 */
export async function accessToken(
  database: Database,
  sealer: Sealer,
  xero: XeroConfig,
  connectionId: string,
): Promise<string> {
  const lost = () => new LedgerTrouble('connection-lost', 'The consent has ended')
  const fresh = await database.transaction(async sql => {
    const [row] = await sql.query<{ id: string; sealed_tokens: string; state: string }>(
      `SELECT consents.id, sealed_tokens, state FROM consents
       JOIN connections ON connections.consent_id = consents.id
       WHERE connections.id = $1 FOR UPDATE OF consents`,
      [connectionId],
    )
    if (!row || row.state === 'expired') return null
    const tokens = Tokens.parse(JSON.parse(sealer.unseal(row.sealed_tokens)))
    if (Date.parse(tokens.expiresAt) - Date.now() > MARGIN) return tokens.accessToken
    try {
      const renewed = await refreshTokens(xero, tokens)
      await sql.query('UPDATE consents SET sealed_tokens = $2, expires_at = $3 WHERE id = $1', [
        row.id,
        sealer.seal(JSON.stringify(renewed)),
        renewed.expiresAt,
      ])
      return renewed.accessToken
    } catch (error) {
      if (!(error instanceof ConsentLost)) {
        throw new LedgerTrouble('not-sent', 'Xero’s sign-in cannot be reached', null, { cause: error })
      }
      await sql.query("UPDATE consents SET state = 'expired' WHERE id = $1", [row.id])
      return null
    }
  })
  if (fresh === null) throw lost()
  return fresh
}

/** Marks a connection's token as used up, so that the next call refreshes it (the ledger answered 401). */
export async function distrustToken(database: Database, sealer: Sealer, connectionId: string): Promise<void> {
  await database.transaction(async sql => {
    const [row] = await sql.query<{ id: string; sealed_tokens: string }>(
      `SELECT consents.id, sealed_tokens FROM consents JOIN connections ON connections.consent_id = consents.id
       WHERE connections.id = $1 FOR UPDATE OF consents`,
      [connectionId],
    )
    if (!row) return
    const tokens = Tokens.parse(JSON.parse(sealer.unseal(row.sealed_tokens)))
    const distrusted = { ...tokens, expiresAt: new Date(0).toISOString() }
    await sql.query('UPDATE consents SET sealed_tokens = $2 WHERE id = $1', [
      row.id,
      sealer.seal(JSON.stringify(distrusted)),
    ])
  })
}
