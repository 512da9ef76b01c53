import { z } from 'zod'
import type { SessionRequest } from '#lib/api/session.ts'
import { LedgerKind } from '#lib/domain/outlet.ts'
import type { Database } from '../database/database.ts'
import { Consent } from './consent.ts'
import { rememberConsent } from './remember-consent.ts'
import type { Sealer } from './sealing.ts'
import { challengeOf, hashed } from './sign-in.ts'

const HeldBack = z.object({ ledger: LedgerKind, consent: Consent })

/**
 * Takes in what this user consented to at another ledger, for the one-time code that the consent ended in and
 * the secret behind its challenge. Gives the ids of its connections; null where code, secret or user is wrong.
 */
export async function connectLedger(
  database: Database,
  sealer: Sealer,
  user: string,
  { code, verifier }: SessionRequest,
): Promise<string[] | null> {
  const [row] = await database.query<{ challenge: string; sealed_consent: string }>(
    `DELETE FROM sign_in_codes
     WHERE code_hash = $1 AND user_id = $2 AND expires_at > now() AND sealed_consent IS NOT NULL
     RETURNING challenge, sealed_consent`,
    [hashed(code), user],
  )
  if (row?.challenge !== challengeOf(verifier)) return null
  const { ledger, consent } = HeldBack.parse(JSON.parse(sealer.unseal(row.sealed_consent)))
  const remembered = await database.transaction(sql => rememberConsent(sql, sealer, ledger, consent, user))
  return remembered.connections
}
