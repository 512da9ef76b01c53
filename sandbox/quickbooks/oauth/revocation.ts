import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { authenticatedClient } from './client-credentials.ts'

const Body = z.object({ token: z.string().min(1) })

/** `POST /v2/oauth2/tokens/revoke`: ends the grant behind an access token or refresh value (JSON or form). */
export function revocationRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.post('/v2/oauth2/tokens/revoke', async c => {
    const client = authenticatedClient(sandbox.clients, c.req.header('authorization'))
    if (!client) return c.json({ error: 'invalid_client' }, 401)
    const body = Body.safeParse(await readBody(c))
    const grant = body.success ? sandbox.tokens.grantOf(body.data.token) : undefined
    if (!grant || grant.clientId !== client.id) return c.json({ error: 'invalid_request' }, 400)
    grant.revoked = true
    return c.body(null, 200)
  })
  return app
}

/** What is sent as JSON or as a form; undefined where it is neither, which no schema takes. */
async function readBody(c: Context<SandboxEnv>): Promise<unknown> {
  if (!c.req.header('content-type')?.includes('json')) return c.req.parseBody()
  try {
    return JSON.parse(await c.req.text())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
