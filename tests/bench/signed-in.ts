import { createHash, randomBytes } from 'node:crypto'
import { SessionGranted } from '#lib/api/session.ts'

const redirect = `https://${'a'.repeat(32)}.chromiumapp.org/`

/** Signs in and connects every organisation as a browser would, page by page, and gives the session. */
export async function signedIn(serverUrl: string, ledgerOrigin: string): Promise<SessionGranted> {
  const verifier = randomBytes(32).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const start = new URL('/v1/sign-in/xero', serverUrl)
  start.search = new URLSearchParams({ challenge, redirect }).toString()
  const consent = await (await fetch(await leadsTo(await fetch(start, manual)))).text()
  const form = new URLSearchParams({
    ticket: first(consent, /name="ticket" value="([^"]+)"/),
    answer: 'allow',
  })
  for (const [, id] of consent.matchAll(/name="organisation" value="([^"]+)"/g))
    form.append('organisation', id ?? '')
  const answer = await fetch(`${ledgerOrigin}/identity/connect/consent`, {
    method: 'POST',
    body: form,
    ...manual,
  })
  const back = new URL(await leadsTo(await fetch(await leadsTo(answer), manual)))
  const code = back.searchParams.get('code')
  if (!code) throw new Error(`The sign-in ended at ${back}`)
  const granted = await fetch(`${serverUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, verifier }),
  })
  return SessionGranted.parse(await granted.json())
}

const manual = { redirect: 'manual' } as const

async function leadsTo(response: Response): Promise<string> {
  const location = response.headers.get('location')
  if (!location) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return new URL(location, response.url).toString()
}

function first(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (!found) throw new Error(`No ${pattern} in ${text.slice(0, 500)}`)
  return found
}
