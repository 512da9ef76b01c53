import { Hono } from 'hono'
import { faultInjection } from '../control/fault-injection.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { accountRoutes } from './accounts.ts'
import { attachmentRoutes } from './attachments.ts'
import { authentication } from './authentication.ts'
import { contactRoutes } from './contacts.ts'
import { currencyRoutes } from './currencies.ts'
import { creditNotes, invoices } from './document-endpoints.ts'
import { documentReadRoutes } from './document-reads.ts'
import { documentWriteRoutes } from './document-writes.ts'
import { refusals } from './errors.ts'
import { historyRoutes } from './history.ts'
import { idempotency } from './idempotency.ts'
import { organisationRoutes } from './organisation.ts'
import { rateLimiting } from './rate-limiting.ts'
import { taxRateRoutes } from './tax-rates.ts'
import { trackingRoutes } from './tracking-categories.ts'

/** The accounting API: who calls, within which limits, what was meant to fail, then the business. */
export function accountingRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.onError(refusals)
  app.use(async (c, next) => {
    const path = c.req.path.slice('/api.xro/2.0'.length)
    sandbox.calls.count(c.req.method, path, c.req.header('xero-tenant-id') ?? null)
    await next()
  })
  app.use(authentication(sandbox))
  app.use(rateLimiting(sandbox))
  app.use(faultInjection(sandbox))
  app.use(idempotency(sandbox))
  app.route('/', organisationRoutes(sandbox))
  app.route('/', accountRoutes(sandbox))
  app.route('/', taxRateRoutes(sandbox))
  app.route('/', contactRoutes(sandbox))
  app.route('/', trackingRoutes(sandbox))
  app.route('/', currencyRoutes(sandbox))
  for (const endpoint of [invoices, creditNotes]) {
    app.route('/', documentReadRoutes(sandbox, endpoint))
    app.route('/', documentWriteRoutes(sandbox, endpoint))
    app.route('/', attachmentRoutes(sandbox, endpoint))
    app.route('/', historyRoutes(sandbox, endpoint))
  }
  return app
}
