import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { invalid } from './errors.ts'
import type { StoredAnswer } from './idempotency-records.ts'

const LONGEST_KEY = 128

/** Gives a repeated write with the same `Idempotency-Key` the answer it already got; nothing happens twice. */
export function idempotency(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (!key || c.req.method === 'GET') return next()
    if (key.length > LONGEST_KEY) throw invalid('Idempotency-Key must not be longer than 128 characters.')
    const body = Buffer.from(await c.req.arrayBuffer())
    const url = new URL(c.req.url)
    const fingerprint = createHash('sha256')
      .update(`${c.req.method} ${url.pathname}${url.search}\n`)
      .update(body)
      .digest('hex')
    const work = async (): Promise<StoredAnswer | undefined> => {
      await next()
      if (c.res.status >= 500) return undefined
      return {
        status: c.res.status,
        contentType: c.res.headers.get('content-type') ?? 'application/json',
        body: await c.res.clone().text(),
      }
    }
    const scope = `${c.var.grant.clientId} ${c.var.organisation.tenantId} ${key}`
    const outcome = await sandbox.idempotency.once(scope, fingerprint, work)
    if (outcome === 'conflict') {
      throw invalid('The Idempotency-Key has already been used with a different request.')
    }
    if (!outcome.repeated) return
    if (outcome.answer === undefined) return next()
    const { status, contentType, body: text } = outcome.answer
    return new Response(text, { status, headers: { 'content-type': contentType } })
  }
}
