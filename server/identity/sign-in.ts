import { createHash, randomBytes } from 'node:crypto'
import type { SessionGranted, SessionRequest, SignInQuery } from '#lib/api/session.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { CameBack } from './consent.ts'
import { ledgerIdentity } from './ledger-identity.ts'
import { rememberConsent } from './remember-consent.ts'
import type { Sealer } from './sealing.ts'
import { readSession } from './session.ts'

const MINUTE = 60_000
const SESSION_DAYS = 30

/** The only places that a sign-in may end: an extension's own redirect address. */
const redirects = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\//,
  /^https:\/\/[0-9a-f-]{36,40}\.extensions\.allizom\.org\//,
]

export function isExtensionRedirect(url: string): boolean {
  return redirects.some(pattern => pattern.test(url))
}

export function callbackUrl(config: Config, ledger: LedgerKind): string {
  return `${config.publicUrl}/v1/callback/${ledger}`
}

interface Attempt {
  challenge: string
  redirect: string
  nonce: string
  /** Who is signed in already and connects a ledger; null for a sign-in. */
  user_id: string | null
}

/**
 * Begins a sign-in through a ledger: remembers it for ten minutes and gives the address of the consent page, good
 * for one use. With `by` it is no sign-in: that user connects another ledger.
 */
export async function beginSignIn(
  database: Database,
  config: Config,
  ledger: LedgerKind,
  { challenge, redirect }: SignInQuery,
  by: string | null,
): Promise<string> {
  await forgetWhatIsOver(database)
  const [state, nonce] = [secret(), secret()]
  await database.query(
    `INSERT INTO sign_ins (state, challenge, redirect, nonce, expires_at, ledger, user_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [state, challenge, redirect, nonce, new Date(Date.now() + 10 * MINUTE), ledger, by],
  )
  return ledgerIdentity(config, ledger).authorizeUrl(callbackUrl(config, ledger), state, nonce)
}

/** What a sign-in came to: where the browser goes on to, and what was connected by it. */
export interface Finished {
  back: string
  connections: string[]
  /** What went wrong, for the log. */
  error?: unknown
}

/**
 * What the callback of a sign-in leads to: the extension's address, with a code or with what went wrong.
 * Null for one that nobody began, or that is too old.
 */
export async function finishSignIn(
  database: Database,
  sealer: Sealer,
  config: Config,
  ledger: LedgerKind,
  answer: { state: string; code: string | null; realmId: string | null; error: string | null },
): Promise<Finished | null> {
  const [attempt] = await database.query<Attempt & Record<string, unknown>>(
    `DELETE FROM sign_ins WHERE state = $1 AND ledger = $2 AND expires_at > now()
     RETURNING challenge, redirect, nonce, user_id`,
    [answer.state, ledger],
  )
  if (!attempt) return null
  const leading = (query: Record<string, string>) => {
    const back = new URL(attempt.redirect)
    for (const [name, value] of Object.entries(query)) back.searchParams.set(name, value)
    return back.href
  }
  if (answer.code === null) {
    const error = answer.error ?? 'cancelled'
    return { back: leading({ error, message: 'The consent was not given.' }), connections: [] }
  }
  try {
    const cameBack = { code: answer.code, realmId: answer.realmId }
    const { code, connections } = await welcome(database, sealer, config, ledger, cameBack, attempt)
    return { back: leading({ code }), connections }
  } catch (error) {
    const message = `${ledgerIdentity(config, ledger).name}’s answer could not be used. Try again.`
    return { back: leading({ error: 'ledger-unreachable', message }), connections: [], error }
  }
}

/**
 * Exchanges the ledger's code for tokens, and gives a one-time code of our own. A sign-in is taken in at once.
 * What somebody signed in connects is held back until they ask for it with that code: else whoever was lured
 * through another's consent page would open their books to the other's workspace.
 */
async function welcome(
  database: Database,
  sealer: Sealer,
  config: Config,
  ledger: LedgerKind,
  cameBack: CameBack,
  { challenge, nonce, user_id: by }: Attempt,
): Promise<{ code: string; connections: string[] }> {
  const identity = ledgerIdentity(config, ledger)
  const consent = await identity.consentOf(callbackUrl(config, ledger), cameBack, nonce)
  const code = secret()
  const connections = await database.transaction(async sql => {
    const remembered =
      by === null ? await rememberConsent(sql, sealer, ledger, consent, null) : { user: by, connections: [] }
    await sql.query(
      `INSERT INTO sign_in_codes (code_hash, user_id, challenge, expires_at, sealed_consent)
       VALUES ($1, $2, $3, $4, $5)`,
      [
        hashed(code),
        remembered.user,
        challenge,
        new Date(Date.now() + 2 * MINUTE),
        by === null ? null : sealer.seal(JSON.stringify({ ledger, consent })),
      ],
    )
    return remembered.connections
  })
  return { code, connections }
}

/** The session of a one-time code and the secret behind its challenge; null where either is wrong. */
export async function grantSession(
  database: Database,
  { code, verifier }: SessionRequest,
): Promise<SessionGranted | null> {
  const [row] = await database.query<{ user_id: string; challenge: string }>(
    `DELETE FROM sign_in_codes WHERE code_hash = $1 AND expires_at > now() AND sealed_consent IS NULL
     RETURNING user_id, challenge`,
    [hashed(code)],
  )
  if (row?.challenge !== challengeOf(verifier)) return null
  const token = secret()
  await database.query('INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, $3)', [
    hashed(token),
    row.user_id,
    new Date(Date.now() + SESSION_DAYS * 24 * 60 * MINUTE),
  ])
  const known = await readSession(database, token)
  return known && { token, session: known.session }
}

/** Sign-ins, codes and sessions whose time is over are of no use to anybody. */
async function forgetWhatIsOver(database: Database): Promise<void> {
  for (const table of ['sign_ins', 'sign_in_codes', 'sessions']) {
    await database.query(`DELETE FROM ${table} WHERE expires_at < now()`)
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** The challenge of a secret (RFC 7636, `S256`). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** Secrets are stored as their hashes alone. */
export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
