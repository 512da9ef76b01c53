import type { MiddlewareHandler } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'

/** Counts the call against the limits, refuses it above them, and says on every answer what remains. */
export function rateLimiting(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const { clientId } = c.var.grant
    const { tenantId } = c.var.organisation
    const admitted = sandbox.limits.admit(clientId, tenantId)
    if ('problem' in admitted) {
      c.header('X-Rate-Limit-Problem', admitted.problem)
      if (admitted.retryAfter !== undefined) c.header('Retry-After', String(admitted.retryAfter))
      c.res = c.body(null, 429)
    } else {
      try {
        await next()
      } finally {
        admitted.release()
      }
    }
    const left = sandbox.limits.remaining(clientId, tenantId)
    c.header('X-DayLimit-Remaining', String(left.day))
    c.header('X-MinLimit-Remaining', String(left.minute))
    c.header('X-AppMinLimit-Remaining', String(left.appMinute))
  }
}
