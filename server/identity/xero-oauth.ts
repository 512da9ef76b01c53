import { z } from 'zod'
import type { XeroConfig } from '../config.ts'
import { LedgerTrouble } from '../ledger/port.ts'
import type { CameBack, Consent, Tokens } from './consent.ts'
import { claimsOf, requestTokens } from './token-request.ts'

/** Mandatory granular scopes (facts/xero.md, OAuth 2). */
const SCOPES =
  'openid profile email offline_access accounting.invoices accounting.contacts accounting.settings.read accounting.attachments'

const TIMEOUT = 20_000

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

/**
 * What a person consented to, for the code they came back with.
 * @throws if Xero cannot be reached, or its answer belongs to another app or sign-in
 */
export async function consentOf(
  xero: XeroConfig,
  redirect: string,
  { code }: CameBack,
  nonce: string,
): Promise<Consent> {
  const { tokens, idToken } = await requestTokens(xero, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
  })
  const identity = Identity.parse(claimsOf(idToken ?? ''))
  if (![identity.aud].flat().includes(xero.clientId)) throw new Error('The id token is meant for another app')
  if (identity.nonce !== nonce) throw new Error('The id token belongs to another sign-in')
  if (identity.exp * 1000 < Date.now() - 60_000) throw new Error('The id token has expired')
  const name = identity.name ?? [identity.given_name, identity.family_name].filter(Boolean).join(' ')
  return {
    user: { subject: identity.sub, name: name || identity.email, email: identity.email },
    tokens,
    organisations: await organisationsOf(xero, tokens.accessToken),
  }
}

/** @throws ConsentLost if the refresh token is no longer good */
export async function refreshTokens(xero: XeroConfig, { refreshToken }: Tokens): Promise<Tokens> {
  return (await requestTokens(xero, { grant_type: 'refresh_token', refresh_token: refreshToken })).tokens
}

/** The organisations that the consent covers. */
async function organisationsOf(xero: XeroConfig, accessToken: string) {
  const answer = await connections(xero, accessToken, 'GET', '')
  if (!answer.ok) throw new Error(`Xero answered ${answer.status} to /connections`)
  return Organisations.parse(await answer.json())
    .filter(({ tenantType }) => tenantType === 'ORGANISATION')
    .map(({ tenantId, tenantName }) => ({ id: tenantId, name: tenantName ?? tenantId }))
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
