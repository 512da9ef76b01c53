import { createHash, randomBytes } from 'node:crypto'
import { signJwt } from './signing-key.ts'
import type { User } from './users.ts'

/** What a person allowed an app to do in one company: the root that all its tokens hang from. */
export type Grant = {
  clientId: string
  user: User
  realmId: string | undefined
  scopes: string[]
  revoked: boolean
}

export type TokenAnswer = {
  token_type: 'bearer'
  access_token: string
  expires_in: number
  refresh_token: string
  x_refresh_token_expires_in: number
  id_token?: string
}

export type AccessCheck = { grant: Grant } | 'unknown' | 'expired' | 'revoked'

const ACCESS_SECONDS = 3600
const REFRESH_SECONDS = 100 * 86_400
/** A refresh value is given again until it is a day old, then another one. */
const ROTATES_MS = 24 * 3_600_000
/** A refresh value that was replaced stays good this long. */
const GRACE_MS = 24 * 3_600_000
/** However often it is renewed, a consent ends five years after it was given. */
const LONGEST_MS = 5 * 365 * 86_400_000

type AccessToken = { grant: Grant; expiresAt: number }
type RefreshToken = {
  grant: Grant
  consentedAt: number
  madeAt: number
  expiresAt: number
  replacedAt?: number
}

/** The tokens of one sandbox. Times are the sandbox's clock. */
export type Tokens = {
  /** Tokens for a fresh grant; the id token repeats the nonce of the authorisation request. */
  issue(grant: Grant, nonce?: string): TokenAnswer
  /** New tokens for a refresh value of this client, or undefined where it may not be used (any more). */
  refresh(refreshToken: string, clientId: string): TokenAnswer | undefined
  /** Whose access token this is, or why it opens nothing. */
  check(accessToken: string): AccessCheck
  /** The grant behind an access or refresh token, whatever its state. */
  grantOf(token: string): Grant | undefined
  /** Whether some app holds a grant for this company. */
  connected(realmId: string): boolean
  /** Lets every access token issued so far expire now; refresh values live on. */
  expireAccess(): void
  /** Ends every grant, or those of one company: its refresh values are refused with `invalid_grant`. */
  revokeAll(realmId?: string): void
  clear(): void
}

/** `issuer` stands in the id tokens as `iss`. */
export function openTokens(issuer: string, clock: () => Date): Tokens {
  const access = new Map<string, AccessToken>()
  const refreshing = new Map<string, RefreshToken>()
  const now = (): number => clock().getTime()
  const all = (): Grant[] => [...access.values(), ...refreshing.values()].map(token => token.grant)

  const answerWith = (refreshToken: string, grant: Grant): TokenAnswer => {
    const accessToken = `eyJlbmMiOiJub25lIn0..${randomBytes(48).toString('base64url')}`
    access.set(accessToken, { grant, expiresAt: now() + ACCESS_SECONDS * 1000 })
    return {
      token_type: 'bearer',
      access_token: accessToken,
      expires_in: ACCESS_SECONDS,
      refresh_token: refreshToken,
      x_refresh_token_expires_in: REFRESH_SECONDS,
    }
  }

  const newValue = (grant: Grant, consentedAt: number): string => {
    const value = `RT1-${randomBytes(24).toString('hex')}`
    refreshing.set(value, {
      grant,
      consentedAt,
      madeAt: now(),
      expiresAt: now() + REFRESH_SECONDS * 1000,
    })
    return value
  }

  return {
    issue: (grant, nonce) => ({
      ...answerWith(newValue(grant, now()), grant),
      ...(grant.scopes.includes('openid') ? { id_token: idToken(issuer, grant, now(), nonce) } : {}),
    }),
    refresh: (refreshToken, clientId) => {
      const known = refreshing.get(refreshToken)
      if (!known || known.grant.clientId !== clientId || known.grant.revoked) return undefined
      const { grant, consentedAt, madeAt, replacedAt } = known
      if (known.expiresAt <= now() || now() - consentedAt >= LONGEST_MS) return undefined
      if (replacedAt !== undefined && now() - replacedAt > GRACE_MS) return undefined
      if (replacedAt === undefined && now() - madeAt < ROTATES_MS) {
        known.expiresAt = now() + REFRESH_SECONDS * 1000
        return answerWith(refreshToken, grant)
      }
      known.replacedAt ??= now()
      return answerWith(newValue(grant, consentedAt), grant)
    },
    check: accessToken => {
      const known = access.get(accessToken)
      if (!known) return 'unknown'
      if (known.grant.revoked) return 'revoked'
      return known.expiresAt <= now() ? 'expired' : { grant: known.grant }
    },
    grantOf: token => access.get(token)?.grant ?? refreshing.get(token)?.grant,
    connected: realmId => all().some(grant => grant.realmId === realmId && !grant.revoked),
    expireAccess: () => {
      for (const token of access.values()) token.expiresAt = Math.min(token.expiresAt, now())
    },
    revokeAll: realmId => {
      for (const grant of all()) grant.revoked ||= realmId === undefined || grant.realmId === realmId
    },
    clear: () => {
      access.clear()
      refreshing.clear()
    },
  }
}

function idToken(issuer: string, grant: Grant, now: number, nonce?: string): string {
  const seconds = Math.floor(now / 1000)
  return signJwt({
    sub: subjectOf(grant.user),
    aud: [grant.clientId],
    ...(grant.realmId === undefined ? {} : { realmid: grant.realmId }),
    auth_time: seconds,
    iss: issuer,
    exp: seconds + ACCESS_SECONDS,
    iat: seconds,
    ...(nonce === undefined ? {} : { nonce }),
  })
}

/** Who the person is to apps: the same in every id token and at the userinfo endpoint. */
export function subjectOf(user: User): string {
  return createHash('md5').update(user.id).digest('hex')
}
