import { appendFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, inject } from 'vitest'
import type { Around } from '#sandbox/launch/sandbox.ts'
import type { Exchange, LedgerName } from './exchange.ts'
import { bodyToKeep, headersToKeep } from './keepable.ts'

type Handler = Parameters<Around>[1]

const root = join(import.meta.dirname, '../../../..')

/** Where the ledgers' own interfaces lie; the rest are pages for persons and what tests alone may do. */
const interfaces: Record<LedgerName, RegExp> = {
  xero: /\/(?:api\.xro\/2\.0\/.+|connections(?:\/[^/]+)?|connect\/(?:token|revocation))$/,
  quickbooks: /\/(?:v3\/company\/.+|oauth2\/v1\/tokens\/bearer|v2\/oauth2\/tokens\/revoke)$/,
}

/**
 * The same handler, of which each exchange is written down for the checks against the ledgers' own descriptions.
 * It is on disk before the answer leaves, so that nothing is lost when a test ends.
 */
export function recorded(ledger: LedgerName, handler: Handler): Handler {
  const { folder } = inject('recording')
  const file = join(folder, `${ledger}-${process.pid}.jsonl`)
  return async (request, bindings) => {
    const { pathname, search } = new URL(request.url)
    const path = interfaces[ledger].exec(pathname)?.[0]
    if (path === undefined) return handler(request, bindings)
    // A request that breaks off on its way is none that could be looked at.
    const asked = read(request.clone()).catch(() => null)
    const response = await handler(request, bindings)
    const sent = await asked
    if (sent === null) return response
    const cut = response.headers.has('x-hono-already-sent')
    const answer = cut ? null : { status: response.status, ...(await read(response.clone())) }
    const during = relative(root, expect.getState().testPath ?? 'unknown')
    const query = search.replace(/^\?/, '')
    const exchange: Exchange = { ledger, during, method: request.method, path, query, request: sent, answer }
    appendFileSync(file, `${JSON.stringify(exchange)}\n`)
    return response
  }
}

async function read(message: Request | Response) {
  const type = message.headers.get('content-type') ?? ''
  return {
    headers: headersToKeep(message.headers),
    body: await bodyToKeep(type, await message.arrayBuffer()),
  }
}
