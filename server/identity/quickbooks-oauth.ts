import { z } from 'zod'
import type { QuickbooksConfig } from '../config.ts'
import { LedgerTrouble } from '../ledger/port.ts'
import type { CameBack, Consent, Tokens } from './consent.ts'
import { basic, claimsOf, requestTokens } from './token-request.ts'

/** The books, and who gives them to us (facts/qbo.md, OAuth). */
const SCOPES = 'com.intuit.quickbooks.accounting openid profile email'

const TIMEOUT = 20_000

const Claims = z.object({
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  realmid: z.string().optional(),
  nonce: z.string().optional(),
})
const Person = z.object({
  sub: z.string(),
  givenName: z.string().default(''),
  familyName: z.string().default(''),
  email: z.string().default(''),
})
const Company = z.object({ CompanyInfo: z.object({ CompanyName: z.string() }) })

/** Where a person is sent to sign in and choose one company. */
export function authorizeUrl(
  quickbooks: QuickbooksConfig,
  redirect: string,
  state: string,
  nonce: string,
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: quickbooks.clientId,
    redirect_uri: redirect,
    scope: SCOPES,
    state,
    nonce,
  })
  return `${quickbooks.authorizeUrl}?${query}`
}

/**
 * What a person consented to, for the code they came back with. The company's id came along in the address,
 * where anybody could change it: it counts only once the tokens have opened that very company.
 * @throws if QuickBooks cannot be reached, or its answer belongs to another app, sign-in or company
 */
export async function consentOf(
  quickbooks: QuickbooksConfig,
  redirect: string,
  { code, realmId }: CameBack,
  nonce: string,
): Promise<Consent> {
  if (realmId === null || !/^\d{1,25}$/.test(realmId)) throw new Error('QuickBooks named no company')
  const { tokens, idToken } = await requestTokens(quickbooks, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
  })
  const claims = Claims.parse(claimsOf(idToken ?? ''))
  if (![claims.aud].flat().includes(quickbooks.clientId))
    throw new Error('The id token is meant for another app')
  // Intuit does not promise to repeat it; the one-time `state` ties the answer to the sign-in all the same.
  if (claims.nonce !== undefined && claims.nonce !== nonce)
    throw new Error('The id token belongs to another sign-in')
  if (claims.realmid !== undefined && claims.realmid !== realmId)
    throw new Error('The id token belongs to another company')
  const person = Person.parse(await get(tokens, quickbooks.userinfoUrl))
  if (person.sub !== claims.sub) throw new Error('The id token belongs to another person')
  const address = `${quickbooks.apiUrl}/v3/company/${realmId}/companyinfo/${realmId}?minorversion=75`
  const { CompanyInfo } = Company.parse(await get(tokens, address))
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ')
  return {
    user: { subject: `intuit:${person.sub}`, name: name || person.email, email: person.email },
    tokens,
    organisations: [{ id: realmId, name: CompanyInfo.CompanyName }],
  }
}

/**
 * The refresh token's value changes about daily: what is answered is to be kept, whatever it is.
 * @throws ConsentLost if the refresh token is no longer good
 */
export async function refreshTokens(quickbooks: QuickbooksConfig, { refreshToken }: Tokens): Promise<Tokens> {
  return (await requestTokens(quickbooks, { grant_type: 'refresh_token', refresh_token: refreshToken }))
    .tokens
}

/**
 * Ends the consent, at Intuit; does nothing where it has ended already.
 * @throws LedgerTrouble where Intuit cannot be told
 */
export async function revoke(quickbooks: QuickbooksConfig, { refreshToken }: Tokens): Promise<void> {
  const answer = fetch(quickbooks.revokeUrl, {
    method: 'POST',
    headers: {
      authorization: basic(quickbooks),
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ token: refreshToken }),
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const response = await answer.catch((cause: unknown) => {
    throw new LedgerTrouble('not-sent', 'Intuit cannot be reached', null, { cause })
  })
  // 400: the token is not good any more, so there is nothing to end.
  if (!response.ok && response.status !== 400)
    throw new LedgerTrouble('not-sent', `Intuit answered ${response.status} to the end of a consent`)
}

async function get({ accessToken }: Tokens, address: string): Promise<unknown> {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT),
  })
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`)
  return response.json()
}
