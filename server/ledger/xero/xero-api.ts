import { createRequire } from 'node:module'
import type { AxiosStatic } from 'axios'
import { XeroClient } from 'xero-node'
import { z } from 'zod'
import { addMilliseconds, systemClock } from '#lib/domain/instant.ts'
import { LedgerTrouble } from '../port.ts'

/** Longer than Xero takes for fifty bills; xero-node itself would wait for ever. */
const TIMEOUT = 60_000

const require = createRequire(import.meta.url)
/** xero-node's own copy: an import would be another instance (facts/xero.md). */
const axios: AxiosStatic = createRequire(require.resolve('xero-node'))('axios')
axios.defaults.timeout = TIMEOUT
axios.interceptors.request.use(request => {
  // xero-node sends `{}` with every GET, which proxies may refuse.
  if (request.method?.toUpperCase() === 'GET') delete request.data
  return request
})

/** A client of one connection: the token lives on the instance. */
export function xeroApi(apiUrl: string, accessToken: string): XeroClient['accountingApi'] {
  const client = new XeroClient()
  client.setTokenSet({ access_token: accessToken })
  client.accountingApi.basePath = `${apiUrl}/api.xro/2.0`
  return client.accountingApi
}

const Rejection = z.looseObject({
  response: z.looseObject({
    statusCode: z.number().nullish(),
    headers: z.record(z.string(), z.unknown()).nullish(),
    body: z.unknown(),
  }),
  body: z.unknown(),
})

/** What xero-node rejects with, understood: a status (0 where no answer came), its headers and its body. */
export interface XeroRejection {
  status: number
  headers: Record<string, unknown>
  body: unknown
  text: string
}

export function readRejection(reason: unknown): XeroRejection {
  if (typeof reason === 'string') {
    const parsed = Rejection.safeParse(json(reason))
    if (parsed.success) {
      const { response, body } = parsed.data
      const told = body ?? response.body
      return {
        status: response.statusCode ?? 0,
        headers: response.headers ?? {},
        body: told,
        text: (typeof told === 'string' ? told : (JSON.stringify(told) ?? '')).slice(0, 2000),
      }
    }
  }
  throw reason instanceof Error
    ? reason
    : new Error('xero-node rejected with something unknown', { cause: reason })
}

/**
 * Calls the API; a rejection that concerns the call as a whole becomes `LedgerTrouble`.
 * @returns the answer's body, or the rejection of a request that Xero understood and refused (400, 404)
 */
export async function callXero<T>(
  call: () => Promise<{ body: T }>,
  writes: boolean,
): Promise<{ ok: true; body: T } | { ok: false; rejection: XeroRejection }> {
  try {
    return { ok: true, body: (await call()).body }
  } catch (reason) {
    const rejection = readRejection(reason)
    const { status, headers, text } = rejection
    if (status === 400 || status === 404) return { ok: false, rejection }
    if (status === 401 || status === 403) throw new LedgerTrouble('connection-lost', text)
    if (status === 429) {
      const seconds = Number(headers['retry-after'] ?? headers['Retry-After'] ?? 5)
      const wait = Number.isFinite(seconds) ? seconds : 5
      throw new LedgerTrouble('rate-limit', text, addMilliseconds(systemClock(), wait * 1000))
    }
    throw new LedgerTrouble(
      writes ? 'unknown-outcome' : 'not-sent',
      `Xero answered ${status || 'nothing'}: ${text}`,
    )
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
