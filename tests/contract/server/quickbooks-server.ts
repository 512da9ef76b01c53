import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { ConnectBegun, Session, SessionGranted } from '#lib/api/session.ts'
import { users } from '#sandbox/quickbooks/oauth/users.ts'
import { found, type RunningSandbox, runSandbox } from '#tests/sandbox/quickbooks/running-sandbox.ts'
import { callAt, type SignedInServer, signedInServer } from './signed-in-server.ts'

const PUBLIC_URL = 'http://localhost:4700'
const redirect = `https://${'a'.repeat(32)}.chromiumapp.org/signed-in`

/** Our server on both sandboxes, and a person who is signed in through Xero. */
export interface QuickbooksServer extends SignedInServer {
  quickbooks: RunningSandbox
}

/** Who consents to what at QuickBooks; the owner to the Orchard company unless told. */
export interface Consenting {
  company?: string
  email?: string
  answer?: 'connect' | 'cancel'
  /** What somebody makes of the address that the browser comes back to. */
  tamper?(callback: URL): void
}

export async function quickbooksServer(log?: Logger): Promise<QuickbooksServer> {
  const quickbooks = await runSandbox({ clock: () => new Date() })
  const environment = {
    QBO_CLIENT_ID: 'sandbox-client',
    QBO_CLIENT_SECRET: 'sandbox-secret',
    QBO_API_URL: quickbooks.origin,
    QBO_IDENTITY_URL: quickbooks.origin,
    QBO_APP_URL: quickbooks.origin,
  }
  const at = await signedInServer({ environment, ...(log ? { log } : {}) })
  const { close } = at
  return Object.assign(at, {
    quickbooks,
    close: async () => {
      await close()
      await quickbooks.close()
    },
  })
}

export const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

/** What the extension's address is opened with after the consent page at this address was answered. */
export async function consented(
  { url, quickbooks }: QuickbooksServer,
  authorize: string,
  { company = 'Orchard', email, answer = 'connect', tamper }: Consenting = {},
): Promise<URLSearchParams> {
  const page = await (await fetch(authorize)).text()
  const user = users.find(one => one.email === email) ?? found(users[0])
  const ticket = found(/name="ticket" value="([^"]+)"/.exec(page)?.[1])
  const form = { ticket, answer, user: user.id, company: quickbooks.company(company).realmId }
  const answered = await fetch(`${quickbooks.origin}/connect/consent`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  const callback = new URL(found(answered.headers.get('location')).replace(PUBLIC_URL, url))
  tamper?.(callback)
  const back = await fetch(callback, { redirect: 'manual' })
  return new URL(found(back.headers.get('location'))).searchParams
}

/** Begins to connect QuickBooks, as who holds this session; gives the code that it ends in. */
export async function connectCode(
  at: QuickbooksServer,
  verifier: string,
  who: Consenting = {},
  token = at.granted.token,
): Promise<string> {
  const body = { challenge: challengeOf(verifier), redirect }
  const { url } = ConnectBegun.parse(await callAt(at.url, token, 'POST', '/v1/connect/quickbooks', body))
  return (await consented(at, url, who)).get('code') ?? ''
}

/** Connects a company of QuickBooks to the workspace; gives the session as it is then. */
export async function connectQuickbooks(at: QuickbooksServer, who: Consenting = {}): Promise<Session> {
  const verifier = 'q'.repeat(64)
  const code = await connectCode(at, verifier, who)
  return Session.parse(await at.call('POST', '/v1/connections', { code, verifier }))
}

/** What a sign-in through QuickBooks comes back with. */
export async function cameBackFromQuickbooks(
  at: QuickbooksServer,
  verifier: string,
  who: Consenting = {},
): Promise<URLSearchParams> {
  const query = new URLSearchParams({ challenge: challengeOf(verifier), redirect })
  const begun = await fetch(`${at.url}/v1/sign-in/quickbooks?${query}`, { redirect: 'manual' })
  return consented(at, found(begun.headers.get('location')), who)
}

/** Signs in through QuickBooks, as somebody new to us. */
export async function signInThroughQuickbooks(
  at: QuickbooksServer,
  who: Consenting = {},
): Promise<SessionGranted> {
  const verifier = 's'.repeat(64)
  const code = (await cameBackFromQuickbooks(at, verifier, who)).get('code')
  return SessionGranted.parse(await callAt(at.url, null, 'POST', '/v1/sessions', { code, verifier }))
}

/** The connection of a company, by the beginning of its name. */
export function connectionOf(
  { connections }: Session,
  company = 'Orchard Noodle',
): Session['connections'][number] {
  return found(
    connections.find(
      ({ ledger, organisation }) => ledger === 'quickbooks' && organisation.name.startsWith(company),
    ),
  )
}
