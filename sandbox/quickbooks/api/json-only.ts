import type { MiddlewareHandler } from 'hono'
import type { SandboxEnv } from '../sandbox.ts'

/**
 * The ledger answers in XML unless `Accept` names JSON. This sandbox has no XML to give, so that an app that
 * forgot the header fails here as it would there.
 */
export const jsonOnly: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  if (!c.req.header('accept')?.includes('application/json')) {
    return c.text(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><IntuitResponse xmlns="http://schema.intuit.com/finance/v3"/>',
      406,
      { 'content-type': 'application/xml' },
    )
  }
  await next()
}
