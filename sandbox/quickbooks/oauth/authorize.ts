import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { consentPage, refusalPage } from './consent-page.ts'
import type { AuthorizeRequest } from './consents.ts'
import { readScopes, wantsAccounting } from './scopes.ts'
import { userById, users } from './users.ts'

const Asked = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.url(),
  scope: z.string().min(1),
  state: z.string().min(1),
  nonce: z.string().optional(),
})

/** `GET /connect/oauth2` with its consent page, and the answer a person gives on it. */
export function authorizeRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get('/connect/oauth2', c => {
    const read = readRequest(sandbox, c.req.query())
    if ('refused' in read) return c.html(refusalPage(sandbox.base, read.refused, read.why), 400)
    return showConsent(c, sandbox, sandbox.consents.ask(read.request), read.request)
  })

  app.post('/connect/consent', async c => {
    const form = await c.req.parseBody()
    const ticket = String(form.ticket)
    const request = sandbox.consents.asked(ticket)
    if (!request) {
      const why = 'This page was open for too long, or was answered already.'
      return c.html(refusalPage(sandbox.base, 'expired', why), 400)
    }
    if (form.answer !== 'connect') {
      sandbox.consents.cancel(ticket)
      return c.redirect(backTo(request, { error: 'access_denied' }))
    }
    const user = userById(String(form.user)) ?? users[0]
    if (!user) return c.html(refusalPage(sandbox.base, 'no_user', 'Nobody is signed in.'), 400)
    const realmId = wantsAccounting(request.scopes)
      ? sandbox.books.company(String(form.company))?.realmId
      : undefined
    if (wantsAccounting(request.scopes) && realmId === undefined) {
      return showConsent(c, sandbox, ticket, request, 'Choose a company.', user.id)
    }
    const code = sandbox.consents.allow(ticket, user, realmId) ?? ''
    return c.redirect(backTo(request, { code, ...(realmId === undefined ? {} : { realmId }) }))
  })

  return app
}

/** Who asks for what, checked in the order in which a provider checks it; nothing is sent to an unknown address. */
function readRequest(
  sandbox: Sandbox,
  query: Record<string, string>,
): { request: AuthorizeRequest } | { refused: string; why: string } {
  const client = sandbox.clients.find(one => one.id === query.client_id)
  if (!client) return { refused: 'invalid_client', why: 'Unknown client id.' }
  const asked = Asked.safeParse(query)
  if (!asked.success) return { refused: 'invalid_request', why: z.prettifyError(asked.error) }
  if (!client.allowsRedirect(new URL(asked.data.redirect_uri))) {
    return { refused: 'invalid_request', why: 'The redirect_uri is not among those of this app.' }
  }
  const { scopes, refused } = readScopes(asked.data.scope)
  if (refused.length > 0) {
    return { refused: 'invalid_scope', why: `Not available to this app: ${refused.join(', ')}.` }
  }
  const { redirect_uri: redirectUri, state, nonce } = asked.data
  return { request: { clientId: client.id, redirectUri, scopes, state, nonce } }
}

function showConsent(
  c: Context<SandboxEnv>,
  sandbox: Sandbox,
  ticket: string,
  request: AuthorizeRequest,
  problem?: string,
  userId?: string,
): Response | Promise<Response> {
  const client = sandbox.clients.find(one => one.id === request.clientId)
  const page = consentPage({
    base: sandbox.base,
    action: `${sandbox.origin}/connect/consent`,
    ticket,
    clientName: client?.name ?? request.clientId,
    scopes: request.scopes,
    users,
    userId,
    problem,
    companies: wantsAccounting(request.scopes)
      ? sandbox.books.companies.map(one => ({
          realmId: one.realmId,
          name: one.name,
          currency: one.homeCurrency,
          connected: sandbox.tokens.connected(one.realmId),
        }))
      : [],
  })
  return c.html(page, problem === undefined ? 200 : 422)
}

function backTo(request: AuthorizeRequest, answer: Record<string, string>): string {
  const url = new URL(request.redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  url.searchParams.set('state', request.state)
  return url.href
}
