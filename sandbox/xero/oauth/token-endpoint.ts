import { createHash, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { authenticatedClient } from './client-credentials.ts'
import type { Client } from './clients.ts'
import type { TokenAnswer } from './tokens.ts'

type Refusal = { error: 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type' | 'invalid_request' }

/** `POST /connect/token`: an authorisation code or a refresh token for tokens. */
export function tokenRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.post('/connect/token', async c => {
    const form = await c.req.parseBody()
    const client = authenticatedClient(sandbox.clients, c.req.header('authorization'), form)
    if (!client) return c.json({ error: 'invalid_client' } satisfies Refusal, 400)
    const answer = exchange(sandbox, client, form)
    c.header('cache-control', 'no-store')
    return 'error' in answer ? c.json(answer, 400) : c.json(answer)
  })
  return app
}

function exchange(sandbox: Sandbox, client: Client, form: Record<string, unknown>): TokenAnswer | Refusal {
  switch (form.grant_type) {
    case 'authorization_code':
      return byCode(sandbox, client, form)
    case 'refresh_token': {
      if (typeof form.refresh_token !== 'string') return { error: 'invalid_request' }
      return sandbox.tokens.refresh(form.refresh_token, client.id) ?? { error: 'invalid_grant' }
    }
    default:
      return { error: 'unsupported_grant_type' }
  }
}

function byCode(sandbox: Sandbox, client: Client, form: Record<string, unknown>): TokenAnswer | Refusal {
  if (typeof form.code !== 'string') return { error: 'invalid_request' }
  const allowed = sandbox.consents.redeem(form.code)
  if (!allowed || allowed.request.clientId !== client.id) return { error: 'invalid_grant' }
  const { request, user, authEventId } = allowed
  if (request.redirectUri !== form.redirect_uri) return { error: 'invalid_grant' }
  if (request.codeChallenge !== undefined && request.codeChallenge !== challengeOf(form.code_verifier)) {
    return { error: 'invalid_grant' }
  }
  const grant = {
    grantId: randomUUID(),
    clientId: client.id,
    user,
    scopes: request.scopes,
    authEventId,
    revoked: false,
  }
  return sandbox.tokens.issue(grant, request.nonce)
}

function challengeOf(verifier: unknown): string {
  return createHash('sha256').update(String(verifier)).digest('base64url')
}
