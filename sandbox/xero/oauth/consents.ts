import { randomBytes, randomUUID } from 'node:crypto'
import type { User } from './users.ts'

/** What an app asked for at the authorize endpoint, checked. */
export type AuthorizeRequest = {
  clientId: string
  redirectUri: string
  scopes: string[]
  state?: string | undefined
  nonce?: string | undefined
  codeChallenge?: string | undefined
}

/** An allowed request, waiting for the app to fetch its tokens. */
export type Allowed = { request: AuthorizeRequest; user: User; authEventId: string }

/** An app's access to one organisation, given by one person. */
export type Connection = {
  id: string
  clientId: string
  userId: string
  tenantId: string
  authEventId: string
  createdAt: Date
  updatedAt: Date
}

const CODE_MS = 5 * 60_000
const ASKED_MS = 60 * 60_000

/** Consent in progress (asked, allowed) and consent given (connections). */
export type Consents = {
  /** Remembers a request while its consent page is open; gives the page's ticket. */
  ask(request: AuthorizeRequest): string
  asked(ticket: string): AuthorizeRequest | undefined
  /** Connects the chosen organisations and gives the one-time code that the app exchanges. */
  allow(ticket: string, user: User, tenantIds: readonly string[]): string | undefined
  /** Ends a request that the person cancelled. */
  cancel(ticket: string): void
  /** Redeems a code: once, within five minutes. */
  redeem(code: string): Allowed | undefined
  connections(clientId: string, userId: string): Connection[]
  /** Removes a connection of this app and person; false when there is none with this id. */
  disconnect(id: string, clientId: string, userId: string): boolean
  /** Removes every connection of this app and person. */
  disconnectAll(clientId: string, userId: string): void
  all(): Connection[]
  clearConnections(): void
}

export function openConsents(clock: () => Date): Consents {
  const asked = new Map<string, { request: AuthorizeRequest; at: number }>()
  const codes = new Map<string, Allowed & { at: number }>()
  let connections: Connection[] = []
  const now = (): number => clock().getTime()
  const belongs = (one: Connection, clientId: string, userId: string): boolean =>
    one.clientId === clientId && one.userId === userId

  const openRequest = (ticket: string): AuthorizeRequest | undefined => {
    const known = asked.get(ticket)
    return known && now() - known.at < ASKED_MS ? known.request : undefined
  }

  const connect = (request: AuthorizeRequest, user: User, tenantId: string, authEventId: string): void => {
    const at = clock()
    const known = connections.find(
      one => one.tenantId === tenantId && belongs(one, request.clientId, user.id),
    )
    if (known) Object.assign(known, { updatedAt: at, authEventId })
    else
      connections.push({
        id: randomUUID(),
        clientId: request.clientId,
        userId: user.id,
        tenantId,
        authEventId,
        createdAt: at,
        updatedAt: at,
      })
  }

  return {
    ask: request => {
      const ticket = randomBytes(16).toString('base64url')
      asked.set(ticket, { request, at: now() })
      return ticket
    },
    asked: openRequest,
    allow: (ticket, user, tenantIds) => {
      const request = openRequest(ticket)
      if (!request) return undefined
      asked.delete(ticket)
      const authEventId = randomUUID()
      for (const tenantId of tenantIds) connect(request, user, tenantId, authEventId)
      const code = randomBytes(24).toString('base64url')
      codes.set(code, { request, user, authEventId, at: now() })
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
    connections: (clientId, userId) => connections.filter(one => belongs(one, clientId, userId)),
    disconnect: (id, clientId, userId) => {
      const left = connections.filter(one => !(one.id === id && belongs(one, clientId, userId)))
      const found = left.length < connections.length
      connections = left
      return found
    },
    disconnectAll: (clientId, userId) => {
      connections = connections.filter(one => !belongs(one, clientId, userId))
    },
    all: () => [...connections],
    clearConnections: () => {
      connections = []
    },
  }
}
