import { z } from 'zod'
import { Connection } from '../domain/connection.ts'
import { Instant } from '../domain/instant.ts'

export { Connection }

/**
 * `GET /v1/sign-in/{ledger}`: opened in the browser's sign-in window; ends at `redirect` with `?code=…` or
 * `?error=…&message=…`. The same is the body of `POST /v1/connect/{ledger}`, for who is signed in already.
 */
export const SignInQuery = z.object({
  /** base64url(SHA-256(verifier)) of a secret that only the extension knows (as in PKCE, RFC 7636). */
  challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** The extension's own redirect address (`identity.getRedirectURL`). */
  redirect: z.url(),
})
export type SignInQuery = z.infer<typeof SignInQuery>

/** The answer to `POST /v1/connect/{ledger}`: the address, good for one use, that the sign-in window opens. */
export const ConnectBegun = z.object({ url: z.url() })
export type ConnectBegun = z.infer<typeof ConnectBegun>

/** `POST /v1/sessions`; and `POST /v1/connections`, which ends what `POST /v1/connect/{ledger}` began. */
export const SessionRequest = z.object({
  code: z.string().min(20).max(200),
  verifier: z.string().min(43).max(128),
})
export type SessionRequest = z.infer<typeof SessionRequest>

/** `GET /v1/session` */
export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  connections: z.array(Connection),
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>

/** The answer to `POST /v1/sessions`: the only time that the token is shown. */
export const SessionGranted = z.object({ token: z.string(), session: Session })
export type SessionGranted = z.infer<typeof SessionGranted>
