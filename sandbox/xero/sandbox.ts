import type { HttpBindings } from '@hono/node-server'
import { type IdempotencyRecords, idempotencyRecords } from './accounting/idempotency-records.ts'
import { type RateLimits, rateLimits } from './accounting/rate-limits.ts'
import { type Books, openBooks } from './books/books.ts'
import type { Organisation } from './books/organisation.ts'
import type { OrganisationSeed } from './books/organisation-seed.ts'
import { type CallCounts, callCounts } from './control/call-counts.ts'
import { type Faults, plannedFaults } from './control/faults.ts'
import { type Client, sandboxClient } from './oauth/clients.ts'
import { type Consents, openConsents } from './oauth/consents.ts'
import { type Grant, openTokens, type Tokens } from './oauth/tokens.ts'

export type SandboxOptions = {
  /** Where a browser and an app reach this sandbox, e.g. `http://localhost:4400`; no trailing slash. */
  origin: string
  organisations: OrganisationSeed[]
  clock?: () => Date
  clients?: readonly Client[]
  limits?: Partial<RateLimits['ceilings']>
}

/** How the accounting API answers where the real one leaves it open. */
export type Settings = {
  /** The order of a batch's elements in its answer: as sent, or the other way round. */
  answerOrder: 'as-sent' | 'reversed'
}

/** Everything the rooms of the sandbox share. */
export type Sandbox = {
  readonly origin: string
  readonly clock: () => Date
  readonly clients: readonly Client[]
  readonly books: Books
  readonly tokens: Tokens
  readonly consents: Consents
  readonly limits: RateLimits
  readonly idempotency: IdempotencyRecords
  readonly calls: CallCounts
  readonly faults: Faults
  readonly settings: Settings
}

/** What a request carries through the rooms: the Node sockets when there are any, and whose call it is. */
export type SandboxEnv = {
  Bindings: Partial<HttpBindings>
  Variables: { grant: Grant; organisation: Organisation }
}

/** The state of one sandbox, fresh from its seeds. */
export function createState(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? (() => new Date())
  return {
    origin: options.origin,
    clock,
    clients: options.clients ?? [sandboxClient],
    books: openBooks(options.organisations, clock),
    tokens: openTokens(options.origin, clock),
    consents: openConsents(clock),
    limits: rateLimits(clock, options.limits),
    idempotency: idempotencyRecords(clock),
    calls: callCounts(),
    faults: plannedFaults(),
    settings: { answerOrder: 'as-sent' },
  }
}
