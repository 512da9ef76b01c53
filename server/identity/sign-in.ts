import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { SessionGranted, SessionRequest, SignInQuery } from '#lib/api/session.ts'
import type { Config } from '../config.ts'
import type { Database, Sql } from '../database/database.ts'
import type { Sealer } from './sealing.ts'
import { readSession } from './session.ts'
import { authorizeUrl, exchangeCode, organisationsOf, type SignedIn } from './xero-oauth.ts'

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

export const callbackUrl = (config: Config) => `${config.publicUrl}/v1/callback/xero`

/** Begins a sign-in: remembers it for ten minutes and gives the address of the consent page. */
export async function beginSignIn(
  database: Database,
  config: Config,
  { challenge, redirect }: SignInQuery,
): Promise<string> {
  const [state, nonce] = [secret(), secret()]
  await database.query(
    'INSERT INTO sign_ins (state, challenge, redirect, nonce, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [state, challenge, redirect, nonce, new Date(Date.now() + 10 * MINUTE)],
  )
  return authorizeUrl(config.xero, callbackUrl(config), state, nonce)
}

/** What the callback of a sign-in leads to: the extension's address, with a code or with what went wrong. */
export async function finishSignIn(
  database: Database,
  sealer: Sealer,
  config: Config,
  answer: { state: string; code: string | null; error: string | null },
): Promise<string | null> {
  const [attempt] = await database.query<{ challenge: string; redirect: string; nonce: string }>(
    'DELETE FROM sign_ins WHERE state = $1 AND expires_at > now() RETURNING challenge, redirect, nonce',
    [answer.state],
  )
  if (!attempt) return null
  const back = new URL(attempt.redirect)
  if (answer.code === null) {
    back.searchParams.set('error', answer.error ?? 'cancelled')
    back.searchParams.set('message', 'The consent was not given.')
    return back.href
  }
  const signedIn = await exchangeCode(config.xero, callbackUrl(config), answer.code, attempt.nonce)
  const organisations = await organisationsOf(config.xero, signedIn.tokens.accessToken)
  const code = secret()
  await database.transaction(async sql => {
    const user = await remember(sql, sealer, signedIn, organisations)
    await sql.query(
      'INSERT INTO sign_in_codes (code_hash, user_id, challenge, expires_at) VALUES ($1, $2, $3, $4)',
      [hashed(code), user, attempt.challenge, new Date(Date.now() + 2 * MINUTE)],
    )
  })
  back.searchParams.set('code', code)
  return back.href
}

/** The session of a one-time code and the secret behind its challenge; null where either is wrong. */
export async function grantSession(
  database: Database,
  { code, verifier }: SessionRequest,
): Promise<SessionGranted | null> {
  const [row] = await database.query<{ user_id: string; challenge: string }>(
    'DELETE FROM sign_in_codes WHERE code_hash = $1 AND expires_at > now() RETURNING user_id, challenge',
    [hashed(code)],
  )
  if (row?.challenge !== createHash('sha256').update(verifier).digest('base64url')) return null
  const token = secret()
  await database.query('INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, $3)', [
    hashed(token),
    row.user_id,
    new Date(Date.now() + SESSION_DAYS * 24 * 60 * MINUTE),
  ])
  const known = await readSession(database, token)
  return known && { token, session: known.session }
}

/** The user, their workspace and the connections of the consent; gives the user's id. */
async function remember(
  sql: Sql,
  sealer: Sealer,
  { user, tokens }: SignedIn,
  organisations: Awaited<ReturnType<typeof organisationsOf>>,
): Promise<string> {
  const ids = organisations.map(({ tenantId }) => tenantId)
  const [known] = await sql.query<{ id: string; workspace_id: string }>(
    'SELECT id, workspace_id FROM users WHERE subject = $1',
    [user.subject],
  )
  // Who may see an organisation that a workspace has connected belongs to that workspace.
  const [shared] = await sql.query<{ workspace_id: string }>(
    'SELECT workspace_id FROM connections WHERE organisation_id = ANY($1) LIMIT 1',
    [ids],
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
  const consent = randomUUID()
  await sql.query(
    "INSERT INTO consents (id, sealed_tokens, expires_at, state) VALUES ($1, $2, $3, 'connected')",
    [consent, sealer.seal(JSON.stringify(tokens)), tokens.expiresAt],
  )
  for (const { tenantId, tenantName } of organisations) {
    await sql.query(
      `INSERT INTO connections (id, workspace_id, consent_id, ledger, organisation_id, organisation_name, connected_at)
       VALUES ($1, $2, $3, 'xero', $4, $5, now())
       ON CONFLICT (workspace_id, organisation_id) DO UPDATE
       SET consent_id = excluded.consent_id, organisation_name = excluded.organisation_name, connected_at = now()`,
      [randomUUID(), workspace, consent, tenantId, tenantName ?? tenantId],
    )
  }
  return id
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Secrets are stored as their hashes alone. */
export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
