import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { signJwt } from './signing-key.ts'
import type { User } from './users.ts'

/** What a person allowed an app to do: the root that all its tokens hang from. */
export type Grant = {
  grantId: string
  clientId: string
  user: User
  scopes: string[]
  authEventId: string
  revoked: boolean
}

export type TokenAnswer = {
  access_token: string
  expires_in: number
  token_type: 'Bearer'
  scope: string
  refresh_token?: string
  id_token?: string
}

export type AccessCheck = { grant: Grant } | 'unknown' | 'expired' | 'revoked'

const ACCESS_SECONDS = 30 * 60
const REFRESH_MS = 60 * 86_400_000
/** A refresh token already used may be used again this long, in case its answer was lost. */
const GRACE_MS = 30 * 60_000

type AccessToken = { grant: Grant; expiresAt: number }
type RefreshToken = { grant: Grant; expiresAt: number; usedAt?: number }

/** The tokens of one sandbox. Times are the sandbox's clock. */
export type Tokens = {
  /** Tokens for a fresh grant; the id token repeats the nonce of the authorisation request. */
  issue(grant: Grant, nonce?: string): TokenAnswer
  /** New tokens for a refresh token of this client, or undefined where it may not be used (any more). */
  refresh(refreshToken: string, clientId: string): TokenAnswer | undefined
  /** Whose access token this is, or why it opens nothing. */
  check(accessToken: string): AccessCheck
  /** The grant behind an access or refresh token, whatever its state. */
  grantOf(token: string): Grant | undefined
  /** Lets every access token issued so far expire now; refresh tokens live on. */
  expireAccess(): void
  /** Ends every grant: refresh tokens are refused with `invalid_grant` from now on. */
  revokeAll(): void
  clear(): void
}

export function openTokens(issuer: string, clock: () => Date): Tokens {
  const access = new Map<string, AccessToken>()
  const refreshing = new Map<string, RefreshToken>()
  const now = (): number => clock().getTime()

  const issue = (grant: Grant, nonce?: string): TokenAnswer => {
    const seconds = Math.floor(now() / 1000)
    const times = { iss: issuer, nbf: seconds, iat: seconds }
    const accessToken = signJwt({
      ...times,
      aud: `${issuer}/resources`,
      exp: seconds + ACCESS_SECONDS,
      client_id: grant.clientId,
      sub: subjectOf(grant.user),
      xero_userid: grant.user.id,
      authentication_event_id: grant.authEventId,
      jti: randomUUID(),
      scope: grant.scopes,
    })
    access.set(accessToken, { grant, expiresAt: now() + ACCESS_SECONDS * 1000 })
    const answer: TokenAnswer = {
      access_token: accessToken,
      expires_in: ACCESS_SECONDS,
      token_type: 'Bearer',
      scope: grant.scopes.join(' '),
    }
    if (grant.scopes.includes('openid')) {
      const half = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
      answer.id_token = signJwt({
        ...times,
        aud: grant.clientId,
        exp: seconds + 300,
        at_hash: half,
        ...(nonce === undefined ? {} : { nonce }),
        ...userClaims(grant),
      })
    }
    if (grant.scopes.includes('offline_access')) {
      const refreshToken = randomBytes(32).toString('base64url')
      refreshing.set(refreshToken, { grant, expiresAt: now() + REFRESH_MS })
      answer.refresh_token = refreshToken
    }
    return answer
  }

  return {
    issue,
    refresh: (refreshToken, clientId) => {
      const known = refreshing.get(refreshToken)
      if (!known || known.grant.clientId !== clientId || known.grant.revoked) return undefined
      if (known.expiresAt <= now()) return undefined
      if (known.usedAt !== undefined && now() - known.usedAt > GRACE_MS) return undefined
      known.usedAt ??= now()
      return issue(known.grant)
    },
    check: accessToken => {
      const known = access.get(accessToken)
      if (!known) return 'unknown'
      if (known.grant.revoked) return 'revoked'
      return known.expiresAt <= now() ? 'expired' : { grant: known.grant }
    },
    grantOf: token => access.get(token)?.grant ?? refreshing.get(token)?.grant,
    expireAccess: () => {
      for (const token of access.values()) token.expiresAt = Math.min(token.expiresAt, now())
    },
    revokeAll: () => {
      for (const token of [...access.values(), ...refreshing.values()]) token.grant.revoked = true
    },
    clear: () => {
      access.clear()
      refreshing.clear()
    },
  }
}

const subjectOf = (user: User): string => createHash('md5').update(user.id).digest('hex')

/** The claims about the person in an id token, as far as the scopes allow. */
export function userClaims(grant: Grant): Record<string, unknown> {
  const { user, scopes } = grant
  return {
    sub: subjectOf(user),
    xero_userid: user.id,
    ...(scopes.includes('email') ? { email: user.email, preferred_username: user.email } : {}),
    ...(scopes.includes('profile')
      ? {
          given_name: user.givenName,
          family_name: user.familyName,
          name: `${user.givenName} ${user.familyName}`,
        }
      : {}),
  }
}
