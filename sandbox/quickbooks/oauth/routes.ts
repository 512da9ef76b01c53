import { Hono } from 'hono'
import { faultInjection } from '../control/fault-injection.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { authorizeRoutes } from './authorize.ts'
import { discoveryRoutes } from './discovery.ts'
import { revocationRoutes } from './revocation.ts'
import { tokenRoutes } from './token-endpoint.ts'
import { userinfoRoutes } from './userinfo.ts'

/** Everything of OAuth 2 and OpenID Connect. */
export function oauthRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  for (const path of ['/oauth2/*', '/v2/oauth2/*', '/v1/openid_connect/*']) {
    app.use(path, async (c, next) => {
      sandbox.calls.count(c.req.method, c.req.path, null)
      await next()
    })
    app.use(path, faultInjection(sandbox))
  }
  app.route('/', discoveryRoutes(sandbox))
  app.route('/', authorizeRoutes(sandbox))
  app.route('/', tokenRoutes(sandbox))
  app.route('/', revocationRoutes(sandbox))
  app.route('/', userinfoRoutes(sandbox))
  return app
}
