import { setTimeout as sleep } from 'node:timers/promises'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Database } from '../database/database.ts'
import { LedgerTrouble } from '../ledger/port.ts'
import { ConsentLost, Tokens } from './consent.ts'
import { type LedgerConfigs, ledgerIdentity } from './ledger-identity.ts'
import type { Sealer } from './sealing.ts'

/** Refreshed when less than this is left, so that a batch does not outlive its token. */
const MARGIN = 120_000
/** Whoever waits for another's refresh looks again after this. */
const LOOK_AGAIN = 100
/** Longer than a refresh takes (token-request.ts): then whoever held the lease has died. */
const LEASE_SECONDS = 30

interface ConsentRow {
  id: string
  ledger: LedgerKind
  sealed_tokens: string
  state: string
}

/** What an access token is got from. */
export interface TokenSource {
  database: Database
  sealer: Sealer
  configs: LedgerConfigs
}

/**
 * A good access token of a connection. One at a time refreshes, under a lease on the consent's row; whoever
 * waited reads what the first one got, because a refresh token is good for one use only. The new tokens are
 * stored before they are used.
 * @param refused a token that the ledger no longer takes, though its time is not over
 * @throws LedgerTrouble `connection-lost` once only a person can renew the consent
 */
export async function accessToken(
  source: TokenSource,
  connectionId: string,
  refused: string | null = null,
): Promise<string> {
  const { database, sealer } = source
  for (const started = Date.now(); Date.now() - started < 2 * LEASE_SECONDS * 1000; ) {
    const [consent] = await database.query<ConsentRow & Record<string, unknown>>(
      `SELECT consents.id, sealed_tokens, state, ledger FROM consents
       JOIN connections ON connections.consent_id = consents.id WHERE connections.id = $1`,
      [connectionId],
    )
    if (!consent || consent.state === 'expired')
      throw new LedgerTrouble('connection-lost', 'The consent has ended')
    const tokens = Tokens.parse(JSON.parse(sealer.unseal(consent.sealed_tokens)))
    const fresh = Date.parse(tokens.expiresAt) - Date.now() > MARGIN
    if (fresh && tokens.accessToken !== refused) return tokens.accessToken
    if (await leased(database, consent)) {
      const renewed = await refresh(source, consent, tokens)
      if (renewed !== null) return renewed
    } else await sleep(LOOK_AGAIN)
  }
  throw new LedgerTrouble('not-sent', 'The token is being refreshed elsewhere')
}

/** Takes the lease, if the tokens are still those that were read and nobody else has it. */
async function leased(database: Database, { id, sealed_tokens }: ConsentRow): Promise<boolean> {
  const rows = await database.query(
    `UPDATE consents SET refreshing_until = now() + make_interval(secs => $3)
     WHERE id = $1 AND sealed_tokens = $2 AND state = 'connected'
       AND (refreshing_until IS NULL OR refreshing_until < now()) RETURNING id`,
    [id, sealed_tokens, LEASE_SECONDS],
  )
  return rows.length > 0
}

/** Gives null where a new consent came meanwhile: its tokens are to be read. */
async function refresh(
  { database, sealer, configs }: TokenSource,
  { id, sealed_tokens, ledger }: ConsentRow,
  tokens: Tokens,
): Promise<string | null> {
  const identity = ledgerIdentity(configs, ledger)
  try {
    const renewed = await identity.refresh(tokens)
    await database.query(
      'UPDATE consents SET sealed_tokens = $2, expires_at = $3, refreshing_until = NULL WHERE id = $1',
      [id, sealer.seal(JSON.stringify(renewed)), renewed.expiresAt],
    )
    return renewed.accessToken
  } catch (error) {
    if (error instanceof ConsentLost) {
      await database.query(
        "UPDATE consents SET state = 'expired', refreshing_until = NULL WHERE id = $1 AND sealed_tokens = $2",
        [id, sealed_tokens],
      )
      return null
    }
    await database.query('UPDATE consents SET refreshing_until = NULL WHERE id = $1', [id])
    throw new LedgerTrouble('not-sent', `${identity.name}’s sign-in cannot be reached`, null, {
      cause: error,
    })
  }
}
