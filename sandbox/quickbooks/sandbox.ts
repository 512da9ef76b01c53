import type { HttpBindings } from '@hono/node-server'
import { type RequestRecords, requestRecords } from './api/request-records.ts'
import { type Limits, type Throttle, throttle } from './api/throttle.ts'
import { type Books, openBooks } from './books/books.ts'
import type { Company } from './books/company.ts'
import type { CompanySeed } from './books/company-seed.ts'
import { type CallCounts, callCounts } from './control/call-counts.ts'
import { type Faults, plannedFaults } from './control/faults.ts'
import { type Settings, usualSettings } from './control/settings.ts'
import { type Client, sandboxClient } from './oauth/clients.ts'
import { type Consents, openConsents } from './oauth/consents.ts'
import { type Grant, openTokens, type Tokens } from './oauth/tokens.ts'

export type SandboxOptions = {
  /** Where a browser and an app reach this sandbox, e.g. `http://localhost:4900/quickbooks`; no trailing slash. */
  origin: string
  companies: CompanySeed[]
  clock?: () => Date
  clients?: readonly Client[]
  limits?: Partial<Limits>
}

/** Everything the rooms of the sandbox share. */
export type Sandbox = {
  readonly origin: string
  /** The path of `origin`, which the addresses of pages begin with; empty where there is none. */
  readonly base: string
  readonly clock: () => Date
  readonly clients: readonly Client[]
  readonly books: Books
  readonly tokens: Tokens
  readonly consents: Consents
  readonly throttle: Throttle
  readonly requests: RequestRecords
  readonly calls: CallCounts
  readonly faults: Faults
  readonly settings: Settings
}

/** What a request carries through the rooms: the Node sockets when there are any, and whose call it is. */
export type SandboxEnv = {
  Bindings: Partial<HttpBindings>
  Variables: { grant: Grant; company: Company }
}

/** The state of one sandbox, fresh from its seeds. */
export function createState(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? (() => new Date())
  const origin = options.origin.replace(/\/$/, '')
  return {
    origin,
    base: new URL(origin).pathname.replace(/\/$/, ''),
    clock,
    clients: options.clients ?? [sandboxClient],
    books: openBooks(options.companies, clock),
    tokens: openTokens(`${origin}/op/v1`, clock),
    consents: openConsents(clock),
    throttle: throttle(clock, options.limits),
    requests: requestRecords(),
    calls: callCounts(),
    faults: plannedFaults(),
    settings: { ...usualSettings },
  }
}
