import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { envelope } from './envelope.ts'
import { filtered } from './list-query.ts'

const names = new Intl.DisplayNames('en', { type: 'currency' })

/** `GET /Currencies`: the currencies an organisation is subscribed to. */
export function currencyRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/Currencies', c => {
    const currencies = c.var.organisation.currencies.map(code => ({
      Code: code,
      Description: names.of(code) ?? code,
    }))
    return envelope(c, sandbox.clock(), 'Currencies', filtered(c, currencies))
  })
  return app
}
