import { Hono } from 'hono'
import { faultInjection } from '../control/fault-injection.ts'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { faults, transactionId } from './answer.ts'
import { authentication } from './authentication.ts'
import { batchRoutes } from './batch.ts'
import { cdcRoutes } from './cdc.ts'
import { entityRoutes } from './entity-routes.ts'
import { jsonOnly } from './json-only.ts'
import { queryRoutes } from './query-routes.ts'
import { requestReplay } from './request-replay.ts'
import { throttling } from './throttling.ts'
import { uploadRoutes } from './upload.ts'

/** The accounting API: who calls, within which limits, what was meant to fail, then the business. */
export function apiRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.onError(faults(sandbox))
  app.use('/:realm/*', transactionId)
  app.use('/:realm/*', async (c, next) => {
    const realmId = c.req.param('realm')
    sandbox.calls.count(c.req.method, c.req.path.replace(/^.*\/v3\/company\/[^/]+/, ''), realmId)
    await next()
  })
  app.use('/:realm/*', authentication(sandbox))
  app.use('/:realm/*', throttling(sandbox))
  app.use('/:realm/*', jsonOnly)
  app.use('/:realm/*', faultInjection(sandbox))
  app.use('/:realm/*', requestReplay(sandbox))
  app.route('/', queryRoutes(sandbox))
  app.route('/', batchRoutes(sandbox))
  app.route('/', cdcRoutes(sandbox))
  app.route('/', uploadRoutes(sandbox))
  app.route('/', entityRoutes(sandbox))
  app.all('/:realm/*', c => {
    throw refuse.unsupported(`Operation ${c.req.method} ${c.req.path} is not supported.`)
  })
  return app
}
