import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { authenticatedClient } from './client-credentials.ts'

/**
 * `POST /connect/revocation`: ends the grant behind a token and with it every connection of the app and the
 * person. An unknown token is answered with 200 as well (RFC 7009).
 */
export function revocationRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.post('/connect/revocation', async c => {
    const form = await c.req.parseBody()
    const client = authenticatedClient(sandbox.clients, c.req.header('authorization'), form)
    if (!client) return c.json({ error: 'invalid_client' }, 400)
    const grant = sandbox.tokens.grantOf(String(form.token))
    if (grant && grant.clientId === client.id) {
      grant.revoked = true
      sandbox.consents.disconnectAll(client.id, grant.user.id)
    }
    return c.body(null, 200)
  })
  return app
}
