import { randomBytes } from 'node:crypto'
import type { User } from './users.ts'

/** What an app asked for at the authorize endpoint, checked. */
export type AuthorizeRequest = {
  clientId: string
  redirectUri: string
  scopes: string[]
  state: string
  nonce?: string | undefined
}

/** An allowed request, waiting for the app to fetch its tokens; the company is missing where none was asked for. */
export type Allowed = { request: AuthorizeRequest; user: User; realmId: string | undefined }

const CODE_MS = 10 * 60_000
const ASKED_MS = 60 * 60_000

/** Consent in progress: asked, then allowed. What was allowed for good lives in the tokens' grants. */
export type Consents = {
  /** Remembers a request while its consent page is open; gives the page's ticket. */
  ask(request: AuthorizeRequest): string
  asked(ticket: string): AuthorizeRequest | undefined
  /** Gives the one-time code that the app exchanges. */
  allow(ticket: string, user: User, realmId: string | undefined): string | undefined
  /** Ends a request that the person cancelled. */
  cancel(ticket: string): void
  /** Redeems a code: once, within ten minutes. */
  redeem(code: string): Allowed | undefined
}

export function openConsents(clock: () => Date): Consents {
  const asked = new Map<string, { request: AuthorizeRequest; at: number }>()
  const codes = new Map<string, Allowed & { at: number }>()
  const now = (): number => clock().getTime()
  const openRequest = (ticket: string): AuthorizeRequest | undefined => {
    const known = asked.get(ticket)
    return known && now() - known.at < ASKED_MS ? known.request : undefined
  }
  return {
    ask: request => {
      const ticket = randomBytes(16).toString('base64url')
      asked.set(ticket, { request, at: now() })
      return ticket
    },
    asked: openRequest,
    allow: (ticket, user, realmId) => {
      const request = openRequest(ticket)
      if (!request) return undefined
      asked.delete(ticket)
      const code = `AB1${randomBytes(24).toString('base64url')}`
      codes.set(code, { request, user, realmId, at: now() })
      return code
    },
    cancel: ticket => {
      asked.delete(ticket)
    },
    redeem: code => {
      const known = codes.get(code)
      codes.delete(code)
      return known && now() - known.at < CODE_MS ? known : undefined
    },
  }
}
