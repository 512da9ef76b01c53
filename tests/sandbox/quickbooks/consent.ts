import { found, type RunningSandbox } from './running-sandbox.ts'

export const ALL_SCOPES = 'com.intuit.quickbooks.accounting openid profile email'

export const REDIRECT = 'http://localhost:9/callback'

export type TokenSet = {
  token_type: string
  access_token: string
  refresh_token: string
  id_token?: string
  expires_in: number
  x_refresh_token_expires_in: number
}

/** Opens the consent page as an app sends a person there. */
export function openConsent(origin: string, query: Record<string, string> = {}): Promise<Response> {
  const form = new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox-client',
    redirect_uri: REDIRECT,
    scope: ALL_SCOPES,
    state: 'abc',
    ...query,
  })
  return fetch(`${origin}/connect/oauth2?${form}`, { redirect: 'manual' })
}

/** Presses a button of the consent page and gives where it leads. */
export async function answerConsent(
  origin: string,
  page: Response,
  answer: 'connect' | 'cancel',
  realmId?: string,
): Promise<Response> {
  const html = await page.text()
  const ticket = found(/name="ticket" value="([^"]+)"/.exec(html)?.[1])
  const action = found(/<form[^>]* action="([^"]+)"/.exec(html)?.[1])
  const body = new URLSearchParams({ ticket, answer, ...(realmId === undefined ? {} : { company: realmId }) })
  return fetch(new URL(action, origin), { method: 'POST', body, redirect: 'manual' })
}

/** The query that the person comes back to the app with. */
export function cameBackWith(answer: Response): URLSearchParams {
  return new URL(found(answer.headers.get('location'))).searchParams
}

/** A token request with the sandbox client's credentials. */
export function tokenRequest(origin: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${origin}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { authorization: BASIC, accept: 'application/json' },
    body: new URLSearchParams(form),
  })
}

export const BASIC = `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}`

/** Goes through the whole consent for one company and gives the tokens. */
export async function connected(
  sandbox: RunningSandbox,
  realmId: string,
  query: Record<string, string> = {},
): Promise<TokenSet> {
  const page = await openConsent(sandbox.origin, query)
  const answer = await answerConsent(sandbox.origin, page, 'connect', realmId)
  const code = found(cameBackWith(answer).get('code'))
  const tokens = await tokenRequest(sandbox.origin, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
  })
  return (await tokens.json()) as TokenSet
}
