import { z } from 'zod'
import type { ConnectionId } from '../domain/ids.ts'
import type { LedgerKind } from '../domain/outlet.ts'
import {
  LinkAnswer,
  type LinkRequest,
  ListsAnswer,
  WholeBillsAnswer,
  type WholeBillsRequest,
} from './bills.ts'
import { ChangesAccepted, ChangesPage, type Mutation } from './changes.ts'
import {
  type AcceptRequest,
  CancelAnswer,
  type CancelRequest,
  ExportsAccepted,
  ExportsPage,
  type UnlinkRequest,
} from './exports.ts'
import { FileAnswer, type FileQuery } from './files.ts'
import { type Problem, ProblemBody } from './problem.ts'
import { ProfileAnswer } from './profile.ts'
import { ConnectBegun, Session, SessionGranted, type SessionRequest, type SignInQuery } from './session.ts'

/** The server refused, with a code and words for a person. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly status: number

  constructor(problem: Problem, status: number) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
    this.status = status
  }
}

/** Nothing is known of the request's outcome: no answer, or not one of ours (a proxy's error page). */
export class UnreachableError extends Error {
  constructor(url: string, cause: unknown) {
    super(`${url} cannot be reached`, { cause })
    this.name = 'UnreachableError'
  }
}

export interface ClientOptions {
  /** The server's address, such as `https://clearcloud.example`. */
  url: string
  token: string | null
  fetch?: typeof globalThis.fetch
  /** How long an answer may take, beyond what a long poll asks for. */
  timeoutMs?: number
}

/** What goes with a request: JSON or a file, and how much longer than usual its answer may take. */
interface Sending {
  body?: unknown
  file?: Blob
  waitMs?: number
  signal?: AbortSignal | undefined
}

/**
 * The server as the extension knows it; every answer is parsed. Each call throws ProblemError where the
 * server refuses, UnreachableError where it cannot be reached or answers something that is not ours.
 */
export function createClient({ url, token, fetch = globalThis.fetch, timeoutMs = 20_000 }: ClientOptions) {
  const base = url.replace(/\/+$/, '')

  async function call<S extends z.ZodType>(
    method: string,
    path: string,
    answer: S,
    { body, file, waitMs = 0, signal }: Sending = {},
  ): Promise<z.output<S>> {
    const patience = AbortSignal.timeout(timeoutMs + waitMs)
    let response: Response
    let text: string
    try {
      response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(file === undefined ? {} : { 'content-type': file.type || 'application/octet-stream' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(file === undefined ? {} : { body: file }),
        cache: 'no-store',
        credentials: 'omit',
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      })
      text = await response.text()
    } catch (cause) {
      throw new UnreachableError(base, cause)
    }
    const json = parseJson(text)
    if (!response.ok) throw refusal(base, response, json)
    const parsed = answer.safeParse(json)
    if (!parsed.success) throw new UnreachableError(base, parsed.error)
    return parsed.data
  }

  const none = z.unknown()
  return {
    /** The address that the sign-in window opens. */
    signInUrl: (challenge: string, redirect: string, ledger: LedgerKind = 'xero') =>
      `${base}/v1/sign-in/${ledger}?${new URLSearchParams({ challenge, redirect })}`,
    /** Begins to connect another ledger to the workspace: the sign-in window opens the address that it gives. */
    beginConnecting: (ledger: LedgerKind, body: SignInQuery) =>
      call('POST', `/v1/connect/${ledger}`, ConnectBegun, { body }),
    /** Ends it, with the code that the window came back with; gives the session as it is then. */
    connectLedger: (body: SessionRequest) => call('POST', '/v1/connections', Session, { body }),
    grantSession: (body: SessionRequest) => call('POST', '/v1/sessions', SessionGranted, { body }),
    session: () => call('GET', '/v1/session', Session),
    signOut: async () => void (await call('DELETE', '/v1/session', none)),
    lists: (connection: ConnectionId, fresh: boolean) =>
      call(
        'GET',
        `/v1/connections/${encodeURIComponent(connection)}/lists${fresh ? '?fresh=1' : ''}`,
        ListsAnswer,
        {
          // A ledger may hold thousands of contacts, read page by page.
          waitMs: 20_000,
        },
      ),
    sendExports: (exports: readonly unknown[]) =>
      call('POST', '/v1/exports', ExportsAccepted, { body: { exports } }),
    /** Waits up to `waitSeconds` (≤ 20) for something new. */
    exportsAfter: (after: number, waitSeconds: number, signal?: AbortSignal) =>
      call('GET', `/v1/exports?after=${after}&wait=${waitSeconds}`, ExportsPage, {
        waitMs: waitSeconds * 1000,
        signal,
      }),
    cancel: (body: z.input<typeof CancelRequest>) =>
      call('POST', '/v1/exports/cancel', CancelAnswer, { body }),
    accept: async (body: z.input<typeof AcceptRequest>) =>
      void (await call('POST', '/v1/exports/accept', none, { body })),
    unlink: async (body: z.input<typeof UnlinkRequest>) =>
      void (await call('POST', '/v1/exports/unlink', none, { body })),
    /** Puts a file of at most FILE_BYTES beside the bill that stands for the invoice. */
    putFile: (query: FileQuery, file: Blob) =>
      call('PUT', `/v1/exports/file?${new URLSearchParams(query)}`, FileAnswer, { file, waitMs: 60_000 }),
    link: (body: LinkRequest) => call('POST', '/v1/bills/link', LinkAnswer, { body, waitMs: 40_000 }),
    readWhole: (body: z.input<typeof WholeBillsRequest>) =>
      call('POST', '/v1/bills/whole', WholeBillsAnswer, { body, waitMs: 20_000 }),
    sendChanges: (mutations: readonly Mutation[]) =>
      call('POST', '/v1/changes', ChangesAccepted, { body: { mutations } }),
    profile: () => call('GET', '/v1/profile', ProfileAnswer),
    changesAfter: (revision: number) => call('GET', `/v1/changes?after=${revision}`, ChangesPage),
  }
}

export type Client = ReturnType<typeof createClient>

/** Undefined for an empty or unreadable body; what it should have been decides whether that matters. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(base: string, response: Response, json: unknown): Error {
  const body = ProblemBody.safeParse(json)
  if (body.success) return new ProblemError(body.data.error, response.status)
  return new UnreachableError(base, new Error(`HTTP ${response.status}`))
}
