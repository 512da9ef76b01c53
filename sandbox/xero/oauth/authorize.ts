import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { consentPage, refusalPage } from './consent-page.ts'
import type { AuthorizeRequest } from './consents.ts'
import { readScopes, wantsOrganisations } from './scopes.ts'
import { userById, users } from './users.ts'

const Asked = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.url(),
  scope: z.string().min(1),
  state: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
})

/** `GET /identity/connect/authorize` with its consent page, and the answer a person gives on it. */
export function authorizeRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get('/identity/connect/authorize', c => {
    const read = readRequest(sandbox, c.req.query())
    if ('refused' in read) return c.html(refusalPage(read.refused, read.why), 400)
    const ticket = sandbox.consents.ask(read.request)
    return showConsent(c, sandbox, ticket, read.request)
  })

  app.post('/identity/connect/consent', async c => {
    const form = await c.req.parseBody({ all: true })
    const ticket = String(form.ticket)
    const request = sandbox.consents.asked(ticket)
    if (!request) {
      return c.html(refusalPage('expired', 'This page was open for too long, or was answered already.'), 400)
    }
    if (form.answer !== 'allow') {
      sandbox.consents.cancel(ticket)
      return c.redirect(backTo(request, { error: 'access_denied' }))
    }
    const user = userById(String(form.user)) ?? users[0]
    if (!user) return c.html(refusalPage('no_user', 'Nobody is signed in.'), 400)
    const chosen = [form.organisation ?? []].flat().map(String)
    const known = chosen.filter(id => sandbox.books.organisation(id) !== undefined)
    const connected = sandbox.consents.connections(request.clientId, user.id)
    if (wantsOrganisations(request.scopes) && known.length + connected.length === 0) {
      return showConsent(c, sandbox, ticket, request, 'Choose at least one organisation.', user.id)
    }
    const code = sandbox.consents.allow(ticket, user, known)
    return c.redirect(backTo(request, { code: code ?? '', scope: request.scopes.join(' ') }))
  })

  return app
}

/** Who asks for what, checked in the order in which a provider checks it; nothing is sent to an unknown address. */
function readRequest(
  sandbox: Sandbox,
  query: Record<string, string>,
): { request: AuthorizeRequest } | { refused: string; why: string } {
  const client = sandbox.clients.find(one => one.id === query.client_id)
  if (!client) return { refused: 'unauthorized_client', why: 'Unknown client id.' }
  const asked = Asked.safeParse(query)
  if (!asked.success) {
    return { refused: 'invalid_request', why: z.prettifyError(asked.error) }
  }
  if (!client.allowsRedirect(new URL(asked.data.redirect_uri))) {
    return { refused: 'unauthorized_client', why: 'Invalid redirect_uri.' }
  }
  const { scopes, refused } = readScopes(asked.data.scope)
  if (refused.length > 0) {
    return { refused: 'invalid_scope', why: `Not available to this app: ${refused.join(', ')}.` }
  }
  return {
    request: {
      clientId: client.id,
      redirectUri: asked.data.redirect_uri,
      scopes,
      state: asked.data.state,
      nonce: asked.data.nonce,
      codeChallenge: asked.data.code_challenge,
    },
  }
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
    ticket,
    clientName: client?.name ?? request.clientId,
    scopes: request.scopes,
    users,
    userId,
    problem,
    organisations: wantsOrganisations(request.scopes)
      ? sandbox.books.organisations.map(one => ({
          tenantId: one.tenantId,
          name: one.name,
          currency: one.baseCurrency,
          connected: sandbox.consents
            .all()
            .some(made => made.tenantId === one.tenantId && made.clientId === request.clientId),
        }))
      : [],
  })
  return c.html(page, problem === undefined ? 200 : 422)
}

function backTo(request: AuthorizeRequest, answer: Record<string, string>): string {
  const url = new URL(request.redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (request.state !== undefined) url.searchParams.set('state', request.state)
  return url.href
}
