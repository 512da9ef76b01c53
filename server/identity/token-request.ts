import { z } from 'zod'
import { ConsentLost, type Tokens } from './consent.ts'

const TIMEOUT = 20_000

const TokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  id_token: z.string().optional(),
})

/** A ledger's token endpoint, and who we are to it. */
export interface TokenEndpoint {
  tokenUrl: string
  clientId: string
  clientSecret: string
}

/**
 * Asks a token endpoint (RFC 6749) for tokens.
 * @throws ConsentLost if what was sent is no longer good
 */
export async function requestTokens(
  endpoint: TokenEndpoint,
  form: Record<string, string>,
): Promise<{ tokens: Tokens; idToken: string | null }> {
  const response = await fetch(endpoint.tokenUrl, {
    method: 'POST',
    headers: { authorization: basic(endpoint), accept: 'application/json' },
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const { error = '' } = z.object({ error: z.string() }).partial().catch({}).parse(body)
    if (error === 'invalid_grant') throw new ConsentLost('invalid_grant')
    throw new Error(`${endpoint.tokenUrl} answered ${response.status} ${error}`)
  }
  const answer = TokenAnswer.parse(body)
  return {
    tokens: {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresAt: new Date(Date.now() + answer.expires_in * 1000).toISOString(),
    },
    idToken: answer.id_token ?? null,
  }
}

/** The header by which an app says who it is. */
export function basic({ clientId, clientSecret }: Omit<TokenEndpoint, 'tokenUrl'>): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
}

/**
 * What an id token says. It came from the token endpoint itself, over TLS, so that its signature need not be
 * checked (OpenID Connect Core, 3.1.3.7).
 */
export function claimsOf(idToken: string): unknown {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
}
