import { ALL_SCOPES, found, REDIRECT, type RunningSandbox } from './running-sandbox.ts'

export type TokenSet = { access_token: string; refresh_token: string; id_token: string; expires_in: number }

/** Opens the consent page as an app sends a person there. */
export function openConsent(origin: string, query: Record<string, string> = {}): Promise<Response> {
  const url = new URL('/identity/connect/authorize', origin)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox-client',
    redirect_uri: REDIRECT,
    scope: ALL_SCOPES,
    state: 'abc',
    ...query,
  }).toString()
  return fetch(url, { redirect: 'manual' })
}

/** Presses a button of the consent page and gives where it leads. */
export async function answerConsent(
  origin: string,
  page: Response,
  answer: 'allow' | 'cancel',
  tenantIds: readonly string[],
): Promise<Response> {
  const ticket = found(/name="ticket" value="([^"]+)"/.exec(await page.text())?.[1])
  const form = new URLSearchParams({ ticket, answer })
  for (const id of tenantIds) form.append('organisation', id)
  return fetch(`${origin}/identity/connect/consent`, { method: 'POST', body: form, redirect: 'manual' })
}

/** The query that the person comes back to the app with. */
export function cameBackWith(answer: Response): URLSearchParams {
  return new URL(found(answer.headers.get('location'))).searchParams
}

/** A token request with the sandbox client's credentials. */
export function tokenRequest(origin: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${origin}/connect/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}`,
    },
    body: new URLSearchParams(form),
  })
}

/** Goes through the whole consent for these organisations (all by default) and gives the tokens. */
export async function connected(
  sandbox: RunningSandbox,
  tenantIds: readonly string[] = sandbox.books.organisations.map(one => one.tenantId),
  query: Record<string, string> = {},
): Promise<TokenSet> {
  const answer = await answerConsent(
    sandbox.origin,
    await openConsent(sandbox.origin, query),
    'allow',
    tenantIds,
  )
  const code = found(cameBackWith(answer).get('code'))
  const tokens = await tokenRequest(sandbox.origin, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
  })
  return (await tokens.json()) as TokenSet
}
