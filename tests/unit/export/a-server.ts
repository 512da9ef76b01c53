import { LinkRequest } from '#lib/api/bills.ts'
import { ChangesRequest, type Mutation } from '#lib/api/changes.ts'
import { type Client, createClient } from '#lib/api/client.ts'
import type { ExportProgress, ExportRecord } from '#lib/api/exports.ts'
import {
  AcceptRequest,
  CancelRequest,
  ExportRequest,
  ExportsRequest,
  UnlinkRequest,
} from '#lib/api/exports.ts'
import { FileQuery } from '#lib/api/files.ts'
import type { Bill } from '#lib/domain/bill.ts'
import type { ExportId, IdempotencyKey } from '#lib/domain/ids.ts'
import { aBill } from '#tests/builders/bill.ts'
import { someLists } from '#tests/builders/lists.ts'
import { now } from '../store/a-store.ts'

type Answer = { status: number; body?: unknown }
type Handle = (body: unknown, url: URL) => Answer | Promise<Answer>

/**
 * A server of the contract in memory, behind `fetch`: it parses what it gets by the same schemas and keeps
 * one export per key. `fault` answers instead of it, or throws as a dropped connection does.
 */
export function aServer() {
  const exports = new Map<IdempotencyKey, { request: ExportRequest; record: ExportRecord }>()
  const mutations: Mutation[] = []
  const calls: { method: string; path: string; body: unknown }[] = []
  const told: { accepted: unknown[]; unlinked: unknown[] } = { accepted: [], unlinked: [] }
  let sequence = 0
  let waiters: (() => void)[] = []
  let fault: ((method: string, path: string, body: unknown) => Answer | undefined | Promise<never>) | null =
    null

  function wakeWaiters(): void {
    for (const go of waiters) go()
    waiters = []
  }

  function put(request: ExportRequest, progress: ExportProgress): void {
    sequence += 1
    const { key, connectionId, outletId, invoiceId, bill } = request
    const id = `export-${key}`.slice(0, 255) as ExportId
    const about = { id, key, connectionId, outletId, invoiceId, content: bill.content }
    exports.set(key, { request, record: { ...about, sequence, updatedAt: now, progress } })
    wakeWaiters()
  }

  /** The bill that an export makes or changes. */
  function billOf(request: ExportRequest): Bill {
    const { number, total, kind } = request.bill
    const id = request.operation.kind === 'update' ? request.operation.billId : `bill-of-${request.invoiceId}`
    return aBill({ id, number, total, kind })
  }

  const handlers: Record<string, Handle> = {
    'POST /v1/exports': body => {
      const items = ExportsRequest.parse(body).exports.map(item => {
        const parsed = ExportRequest.safeParse(item)
        if (!parsed.success) {
          const problem = { code: 'not-understood', message: 'not understood', fields: ['bill'] }
          return { key: (item as { key?: string }).key ?? null, problem }
        }
        const request = parsed.data
        const before = exports.get(request.key)
        const open = before && !['refused', 'cancelled'].includes(before.record.progress.state)
        if (!open) put(request, { state: 'accepted' })
        return { key: request.key, id: `export-${request.key}`.slice(0, 255) }
      })
      return { status: 202, body: { items } }
    },
    'GET /v1/exports': async (_body, url) => {
      const after = Number(url.searchParams.get('after'))
      const news = () =>
        [...exports.values()]
          .map(({ record }) => record)
          .filter(record => record.sequence > after)
          .sort((a, b) => a.sequence - b.sequence)
      if (news().length === 0 && Number(url.searchParams.get('wait')) > 0) {
        await new Promise<void>(resolve => waiters.push(resolve))
      }
      const items = news().slice(0, 500)
      return { status: 200, body: { items, cursor: items.at(-1)?.sequence ?? after } }
    },
    'POST /v1/exports/cancel': body => {
      const cancelled = CancelRequest.parse(body).keys.filter(key => {
        const found = exports.get(key)
        if (found?.record.progress.state !== 'accepted') return false
        put(found.request, { state: 'cancelled' })
        return true
      })
      return { status: 200, body: { cancelled } }
    },
    'POST /v1/exports/accept': body => {
      told.accepted.push(AcceptRequest.parse(body))
      return { status: 204 }
    },
    'POST /v1/exports/unlink': body => {
      told.unlinked.push(UnlinkRequest.parse(body))
      return { status: 204 }
    },
    'POST /v1/changes': body => {
      const some = ChangesRequest.parse(body).mutations
      for (const mutation of some)
        if (!mutations.some(({ id }) => id === mutation.id)) mutations.push(mutation)
      return { status: 200, body: { applied: some.map(({ id }) => id), revision: mutations.length } }
    },
    'GET /v1/changes': (_body, url) => {
      const after = Number(url.searchParams.get('after'))
      const items = mutations
        .map((mutation, at) => ({ revision: at + 1, by: 'Clerk', mutation }))
        .slice(after)
      return { status: 200, body: { items, revision: mutations.length } }
    },
    'POST /v1/bills/link': body => {
      const items = LinkRequest.parse(body).invoices.map(({ invoiceId, number, total, kind }) => {
        const bill = server.standing.has(number) ? aBill({ id: `old-${number}`, number, total, kind }) : null
        return { invoiceId, bill }
      })
      return { status: 200, body: { items } }
    },
    'PUT /v1/exports/file': (body, url) => {
      const { name } = FileQuery.parse(Object.fromEntries(url.searchParams))
      const { type, size } = body as Blob
      server.files.push({ name, type, size })
      const failure = { code: 'attachment-refused', raw: 'The attachment is not taken.', billState: null }
      const file = server.refuseFiles
        ? { state: 'refused', name, failure, at: now }
        : { state: 'attached', name, at: now }
      return { status: 200, body: { file } }
    },
    'DELETE /v1/session': () => ({ status: 204 }),
  }

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = new URL(String(input))
    const method = init?.method ?? 'GET'
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : (init?.body ?? undefined)
    calls.push({ method, path: url.pathname, body })
    const faulty = await fault?.(method, url.pathname, body)
    const handle = /\/lists$/.test(url.pathname)
      ? () => ({ status: 200, body: someLists() })
      : handlers[`${method} ${url.pathname}`]
    const answer = faulty ?? (handle ? await untilAborted(handle(body, url), init?.signal) : { status: 404 })
    const { status } = answer
    return new Response(status === 204 ? null : JSON.stringify(answer.body ?? {}), { status })
  }

  const server = {
    calls,
    mutations,
    told,
    /** The files that were put beside bills. */
    files: [] as { name: string; type: string; size: number }[],
    /** Whether the ledger takes none of them. */
    refuseFiles: false,
    /** Numbers of invoices whose bill stands in the ledger already. */
    standing: new Set<string>(),
    requests: () => [...exports.values()].map(({ request }) => request),
    /** How many times a bill was made or changed: one per accepted key. */
    count: () => exports.size,
    /** Every export in the state `from` comes to this end (by default its bill is posted). */
    settle(end: (request: ExportRequest) => ExportProgress = posted, from = 'accepted') {
      for (const { request, record } of [...exports.values()]) {
        const { state } = record.progress
        if (state === from || (from === 'accepted' && state === 'waiting')) put(request, end(request))
      }
    },
    failWith(next: typeof fault) {
      fault = next
    },
    others(mutation: Mutation) {
      mutations.push(mutation)
    },
    fetch: fetch as typeof globalThis.fetch,
    client: (url = 'http://server.test', token: string | null = 'a-token'): Client =>
      createClient({ url, token, fetch: fetch as typeof globalThis.fetch }),
  }

  function posted(request: ExportRequest): ExportProgress {
    return { state: 'posted', bill: billOf(request), linked: false, accepted: null }
  }
  return server
}

function untilAborted<T>(answer: T | Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    Promise.resolve(answer).then(resolve, reject)
  })
}

export type TestServer = ReturnType<typeof aServer>

/** What a dropped connection looks like to `fetch`. */
export function dropped(): Promise<never> {
  return Promise.reject(new TypeError('Failed to fetch'))
}
