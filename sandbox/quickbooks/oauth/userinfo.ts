import { Hono } from 'hono'
import { gatewayRefusal } from '../api/gateway.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { bearerOf } from './bearer.ts'
import { subjectOf } from './tokens.ts'

/** `GET /v1/openid_connect/userinfo`: who connected the app, as far as the scopes allow. */
export function userinfoRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/v1/openid_connect/userinfo', c => {
    const bearer = bearerOf(sandbox, c)
    if ('refusal' in bearer) return bearer.refusal
    const { user, scopes } = bearer.grant
    if (!scopes.includes('openid')) return gatewayRefusal(c, sandbox.clock(), 'noScope')
    return c.json({
      sub: subjectOf(user),
      ...(scopes.includes('profile') ? { givenName: user.givenName, familyName: user.familyName } : {}),
      ...(scopes.includes('email') ? { email: user.email, emailVerified: true } : {}),
    })
  })
  return app
}
