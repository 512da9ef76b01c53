import type { MiddlewareHandler } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { gatewayRefusal } from './gateway.ts'

/** Refuses a call beyond the limits with 429; the real ledger says no more than that either. */
export function throttling(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const release = sandbox.throttle.admit(c.var.company.realmId, c.req.path.endsWith('/batch'))
    if (!release) return gatewayRefusal(c, sandbox.clock(), 'throttled')
    try {
      await next()
    } finally {
      release()
    }
  }
}
