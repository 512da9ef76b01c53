import { createRequire } from 'node:module'
import type { AxiosStatic } from 'axios'
import { XeroClient } from 'xero-node'
import { z } from 'zod'
import { addMilliseconds, type Instant, systemClock } from '#lib/domain/instant.ts'
import { headerOf } from '../pace.ts'
import { LedgerTrouble } from '../port.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

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

/** A client of one connection: the token lives on the instance, and `setToken` changes it. */
export function xeroApi(apiUrl: string, accessToken: string) {
  const client = new XeroClient()
  const setToken = (token: string) => client.setTokenSet({ access_token: token })
  setToken(accessToken)
  client.accountingApi.basePath = `${apiUrl}/api.xro/2.0`
  return { api: client.accountingApi, setToken }
}

const Rejection = z.looseObject({
  response: z.looseObject({
    statusCode: z.number().nullish(),
    headers: z.record(z.string(), z.unknown()).nullish(),
    body: z.unknown(),
  }),
  body: z.unknown(),
})

/** What xero-node rejects with, understood: a status (0 where no answer came), its headers and its words. */
export interface XeroRejection {
  status: number
  headers: Record<string, unknown>
  text: string
}

/** @throws what it was given, where that is not xero-node's JSON string */
export function readRejection(reason: unknown): XeroRejection {
  const parsed = typeof reason === 'string' ? Rejection.safeParse(json(reason)) : null
  if (parsed?.success) {
    const { response, body } = parsed.data
    const told = body ?? response.body ?? ''
    const text = typeof told === 'string' ? told : JSON.stringify(told)
    return { status: response.statusCode ?? 0, headers: response.headers ?? {}, text: text.slice(0, 2000) }
  }
  throw reason instanceof Error
    ? reason
    : new Error('xero-node rejected with something unknown', { cause: reason })
}

type Answered<T> = { ok: true; body: T } | { ok: false; rejection: XeroRejection }

/**
 * Calls the API at the organisation's pace. A token that Xero no longer takes is renewed once. A rejection
 * that concerns the call as a whole becomes `LedgerTrouble`; `writes` says whether it may have had an effect.
 * @returns the answer's body, or the rejection of a request that Xero understood and refused
 */
export async function callXero<T>(
  xero: XeroOrganisation,
  call: () => Promise<{ response: { headers: unknown }; body: T }>,
  writes: boolean,
): Promise<Answered<T>> {
  let token = ''
  const once = (): Promise<Answered<T>> =>
    xero.pace.run(async () => {
      token = xero.token()
      try {
        const { response, body } = await call()
        xero.pace.learn(response.headers)
        return { ok: true, body }
      } catch (reason) {
        const rejection = readRejection(reason)
        xero.pace.learn(rejection.headers)
        return { ok: false, rejection }
      }
    }, xero.patient)
  let answer = await once()
  if (!answer.ok && answer.rejection.status === 401) {
    await xero.renewToken(token)
    answer = await once()
  }
  if (answer.ok || isRefusal(answer.rejection)) return answer
  throw troubleOf(answer.rejection, writes)
}

/** Understood and refused, with nothing done; other statuses say more of the call than of what it held. */
function isRefusal({ status }: XeroRejection): boolean {
  return status === 304 || (status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status))
}

/** What a rejection says of the call as a whole. */
export function troubleOf({ status, headers, text }: XeroRejection, writes: boolean): LedgerTrouble {
  if (status === 401 || status === 403) return new LedgerTrouble('connection-lost', text)
  if (status === 429) return new LedgerTrouble('rate-limit', text, retryAfter(headers))
  const kind = writes ? 'unknown-outcome' : 'not-sent'
  return new LedgerTrouble(kind, `Xero answered ${status || 'nothing'}: ${text}`)
}

/** Null where Xero does not say (too many calls at once). */
function retryAfter(headers: Record<string, unknown>): Instant | null {
  const seconds = Number(headerOf(headers, 'retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? addMilliseconds(systemClock(), seconds * 1000) : null
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
