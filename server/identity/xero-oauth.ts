import { z } from 'zod'
import type { XeroConfig } from '../config.ts'
import { LedgerTrouble } from '../ledger/port.ts'

/** Mandatory granular scopes (facts/xero.md, OAuth 2). */
const SCOPES =
  'openid profile email offline_access accounting.invoices accounting.contacts accounting.settings.read accounting.attachments'

const TIMEOUT = 20_000

export const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** ISO instant. */
  expiresAt: z.string(),
})
export type Tokens = z.infer<typeof Tokens>

const TokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  id_token: z.string().optional(),
})
const Identity = z.object({
  sub: z.string(),
  nonce: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  email: z.string().default(''),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
})
const Organisations = z.array(
  z.object({
    id: z.string(),
    tenantId: z.string(),
    tenantName: z.string().nullish(),
    tenantType: z.string(),
  }),
)

/** The consent is over: only a person can renew it. */
export class ConsentLost extends Error {
  override readonly name = 'ConsentLost'
}

/** Where a person is sent to sign in and choose organisations. */
export function authorizeUrl(xero: XeroConfig, redirect: string, state: string, nonce: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: xero.clientId,
    redirect_uri: redirect,
    scope: SCOPES,
    state,
    nonce,
  })
  return `${xero.authorizeUrl}?${query}`
}

export interface SignedIn {
  tokens: Tokens
  user: { subject: string; name: string; email: string }
}

/**
 * Exchanges the code of the callback. The id token comes straight from the token endpoint, so the
 * connection vouches for it (OpenID Connect Core 3.1.3.7, 6); its audience, time and nonce are checked.
 */
export async function exchangeCode(
  xero: XeroConfig,
  redirect: string,
  code: string,
  nonce: string,
): Promise<SignedIn> {
  const answer = await token(xero, { grant_type: 'authorization_code', code, redirect_uri: redirect })
  const payload = (answer.id_token ?? '').split('.')[1] ?? ''
  const identity = Identity.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  if (![identity.aud].flat().includes(xero.clientId)) throw new Error('The id token is meant for another app')
  if (identity.nonce !== nonce) throw new Error('The id token belongs to another sign-in')
  if (identity.exp * 1000 < Date.now() - 60_000) throw new Error('The id token has expired')
  const name = identity.name ?? [identity.given_name, identity.family_name].filter(Boolean).join(' ')
  return {
    tokens: tokensOf(answer),
    user: { subject: identity.sub, name: name || identity.email, email: identity.email },
  }
}

/** @throws ConsentLost if the refresh token is no longer good */
export async function refreshTokens(xero: XeroConfig, tokens: Tokens): Promise<Tokens> {
  return tokensOf(await token(xero, { grant_type: 'refresh_token', refresh_token: tokens.refreshToken }))
}

/** The organisations that the consent covers. */
export async function organisationsOf(xero: XeroConfig, accessToken: string) {
  const answer = await connections(xero, accessToken, 'GET', '')
  if (!answer.ok) throw new Error(`Xero answered ${answer.status} to /connections`)
  return Organisations.parse(await answer.json()).filter(({ tenantType }) => tenantType === 'ORGANISATION')
}

/**
 * Takes an organisation out of the consent, at Xero; does nothing where it is out already.
 * @throws LedgerTrouble where Xero cannot be reached, or does not know the token any more
 */
export async function endConnection(
  xero: XeroConfig,
  accessToken: string,
  organisation: string,
): Promise<void> {
  const listed = await told(connections(xero, accessToken, 'GET', ''))
  const all = Organisations.parse(await listed.json())
  const connection = all.find(({ tenantId }) => tenantId === organisation)
  if (connection)
    await told(connections(xero, accessToken, 'DELETE', `/${encodeURIComponent(connection.id)}`))
}

function connections(xero: XeroConfig, accessToken: string, method: string, path: string): Promise<Response> {
  return fetch(`${xero.apiUrl}/connections${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT),
  })
}

async function told(answer: Promise<Response>): Promise<Response> {
  const response = await answer.catch((cause: unknown) => {
    throw new LedgerTrouble('not-sent', 'Xero cannot be reached', null, { cause })
  })
  if (response.ok) return response
  if (response.status === 401) throw new LedgerTrouble('connection-lost', 'Xero does not take the token')
  throw new LedgerTrouble('not-sent', `Xero answered ${response.status} to /connections`)
}

async function token(xero: XeroConfig, form: Record<string, string>) {
  const response = await fetch(xero.tokenUrl, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${xero.clientId}:${xero.clientSecret}`).toString('base64')}`,
      accept: 'application/json',
    },
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return TokenAnswer.parse(body)
  const { error = '' } = z.object({ error: z.string() }).partial().catch({}).parse(body)
  if (error === 'invalid_grant') throw new ConsentLost('invalid_grant')
  throw new Error(`Xero’s token endpoint answered ${response.status} ${error}`)
}

function tokensOf(answer: z.infer<typeof TokenAnswer>): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: new Date(Date.now() + answer.expires_in * 1000).toISOString(),
  }
}
