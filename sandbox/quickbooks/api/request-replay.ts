import type { MiddlewareHandler } from 'hono'
import { atMost } from '../rules/lengths.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import type { StoredAnswer } from './request-records.ts'

const LONGEST = 50
const LONGEST_OF_BATCH = 36

/** Gives a repeated write with the same `requestid` the answer it already got; nothing happens twice. */
export function requestReplay(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const id = c.req.query('requestid')
    if (id === undefined || c.req.method !== 'POST') return next()
    atMost('requestid', id, c.req.path.endsWith('/batch') ? LONGEST_OF_BATCH : LONGEST)
    const work = async (): Promise<StoredAnswer | undefined> => {
      await next()
      if (c.res.status >= 500) return undefined
      return {
        status: c.res.status,
        contentType: c.res.headers.get('content-type') ?? 'application/json',
        body: await c.res.clone().text(),
      }
    }
    const { company, grant } = c.var
    const outcome = await sandbox.requests.once(`${grant.clientId} ${company.realmId} ${id}`, work)
    if (!outcome.repeated) return
    if (outcome.answer === undefined) return next()
    const { status, contentType, body } = outcome.answer
    return new Response(body, { status, headers: { 'content-type': contentType } })
  }
}
