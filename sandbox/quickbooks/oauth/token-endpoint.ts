import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { authenticatedClient } from './client-credentials.ts'
import type { Client } from './clients.ts'
import type { TokenAnswer } from './tokens.ts'

type Refusal = { error: string; error_description: string }

const invalidGrant: Refusal = { error: 'invalid_grant', error_description: 'Token invalid' }
const invalidRequest: Refusal = { error: 'invalid_request', error_description: 'A parameter is missing' }

/** `POST /oauth2/v1/tokens/bearer`: an authorisation code or a refresh value for tokens. */
export function tokenRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.post('/oauth2/v1/tokens/bearer', async c => {
    const form = await c.req.parseBody()
    const client = authenticatedClient(sandbox.clients, c.req.header('authorization'))
    if (!client) return c.json({ error: 'invalid_client' }, 401)
    const answer = exchange(sandbox, client, form)
    c.header('cache-control', 'no-cache, no-store')
    return 'error' in answer ? c.json(answer, 400) : c.json(answer)
  })
  return app
}

function exchange(sandbox: Sandbox, client: Client, form: Record<string, unknown>): TokenAnswer | Refusal {
  switch (form.grant_type) {
    case 'authorization_code':
      return byCode(sandbox, client, form)
    case 'refresh_token': {
      if (typeof form.refresh_token !== 'string') return invalidRequest
      return sandbox.tokens.refresh(form.refresh_token, client.id) ?? invalidGrant
    }
    default:
      return { error: 'unsupported_grant_type', error_description: 'grant_type is not supported' }
  }
}

function byCode(sandbox: Sandbox, client: Client, form: Record<string, unknown>): TokenAnswer | Refusal {
  if (typeof form.code !== 'string') return invalidRequest
  const allowed = sandbox.consents.redeem(form.code)
  if (!allowed || allowed.request.clientId !== client.id) return invalidGrant
  const { request, user, realmId } = allowed
  if (request.redirectUri !== form.redirect_uri) return invalidGrant
  const grant = { clientId: client.id, user, realmId, scopes: request.scopes, revoked: false }
  return sandbox.tokens.issue(grant, request.nonce)
}
