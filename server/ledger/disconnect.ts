import type { LedgerKind } from '#lib/domain/outlet.ts'
import { accessToken, type TokenSource } from '../identity/access-token.ts'
import { Tokens } from '../identity/consent.ts'
import { revoke } from '../identity/quickbooks-oauth.ts'
import { endConnection } from '../identity/xero-oauth.ts'
import { LedgerTrouble } from './port.ts'

interface ConnectionRow {
  organisation_id: string
  consent_id: string
  ledger: LedgerKind
  sealed_tokens: string
}

/**
 * Ends one connection, at the ledger too. Others of the same consent go on; with the last one its tokens are
 * forgotten. The exports stay on record: the connection remains as a name, until it is connected again.
 * @throws LedgerTrouble where the ledger cannot be told: then nothing has changed
 */
export async function disconnect(source: TokenSource, connectionId: string): Promise<void> {
  const { database } = source
  const [row] = await database.query<ConnectionRow & Record<string, unknown>>(
    `SELECT organisation_id, consent_id, ledger, sealed_tokens
     FROM connections JOIN consents ON consents.id = consent_id WHERE connections.id = $1`,
    [connectionId],
  )
  if (!row) return
  if (row.ledger === 'xero') await endAtXero(source, connectionId, row)
  else await endAtQuickbooks(source, row)
  await database.transaction(async sql => {
    await sql.query('UPDATE connections SET lost_at = now() WHERE id = $1', [connectionId])
    await sql.query(
      `UPDATE consents SET state = 'expired', sealed_tokens = ''
       WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM connections WHERE consent_id = $1 AND lost_at IS NULL)`,
      [row.consent_id],
    )
  })
}

async function endAtXero(source: TokenSource, connectionId: string, row: ConnectionRow): Promise<void> {
  try {
    await endConnection(source.configs.xero, await accessToken(source, connectionId), row.organisation_id)
  } catch (error) {
    // What Xero itself has ended need not be ended there.
    if (!(error instanceof LedgerTrouble && error.kind === 'connection-lost')) throw error
  }
}

/** A consent of QuickBooks holds one company: it ends as a whole. */
async function endAtQuickbooks({ sealer, configs }: TokenSource, row: ConnectionRow): Promise<void> {
  if (row.sealed_tokens === '') return
  await revoke(configs.quickbooks, Tokens.parse(JSON.parse(sealer.unseal(row.sealed_tokens))))
}
