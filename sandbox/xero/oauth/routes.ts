import { Hono } from 'hono'
import { faultInjection } from '../control/fault-injection.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { authorizeRoutes } from './authorize.ts'
import { connectionRoutes } from './connections.ts'
import { discoveryRoutes } from './discovery.ts'
import { revocationRoutes } from './revocation.ts'
import { tokenRoutes } from './token-endpoint.ts'

/** Everything of OAuth 2 and OpenID Connect, and the list of connections. */
export function oauthRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  for (const path of ['/connect/*', '/connections', '/connections/*']) {
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
  app.route('/', connectionRoutes(sandbox))
  return app
}
