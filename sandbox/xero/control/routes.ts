import { Hono } from 'hono'
import { z } from 'zod'
import { NotPossible } from '../documents/person.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { billControlRoutes } from './bills.ts'
import { FaultPlan } from './faults.ts'
import { organisationControlRoutes } from './organisations.ts'
import { BadControl, readJson } from './read-json.ts'
import { stateOf } from './state.ts'

const Limit = z.number().int().min(1)
const Limits = z.strictObject({
  concurrent: Limit.optional(),
  minute: Limit.optional(),
  day: Limit.optional(),
  appMinute: Limit.optional(),
})
const Settings = z.strictObject({ answerOrder: z.enum(['as-sent', 'reversed']).optional() })
const Reset = z.strictObject({ keepConnections: z.boolean().default(false) })

/** `/_control`: what tests and the demo may do to the ledger that no app could. README.md lists it. */
export function controlRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.onError((error, c) => {
    if (error instanceof BadControl) return c.json({ error: error.message }, 400)
    if (error instanceof NotPossible) return c.json({ error: error.message }, 409)
    throw error
  })

  app.get('/state', c => c.json(stateOf(sandbox)))

  app.post('/faults', async c => {
    sandbox.faults.plan(await readJson(c, FaultPlan))
    return c.json({ faults: sandbox.faults.list() }, 201)
  })
  app.delete('/faults', c => {
    sandbox.faults.clear()
    return c.body(null, 204)
  })

  app.post('/expire-tokens', c => {
    sandbox.tokens.expireAccess()
    return c.body(null, 204)
  })
  app.post('/revoke', c => {
    sandbox.tokens.revokeAll()
    sandbox.consents.clearConnections()
    return c.body(null, 204)
  })

  app.patch('/limits', async c => {
    Object.assign(sandbox.limits.ceilings, await readJson(c, Limits))
    return c.json(sandbox.limits.ceilings)
  })
  app.patch('/settings', async c => {
    Object.assign(sandbox.settings, await readJson(c, Settings))
    return c.json(sandbox.settings)
  })

  app.post('/reset', async c => {
    const { keepConnections } = await readJson(c, Reset)
    sandbox.books.reset()
    sandbox.faults.clear()
    sandbox.calls.clear()
    sandbox.idempotency.clear()
    sandbox.limits.reset()
    sandbox.settings.answerOrder = 'as-sent'
    if (!keepConnections) {
      sandbox.tokens.clear()
      sandbox.consents.clearConnections()
    }
    return c.json(stateOf(sandbox))
  })

  app.route('/organisations', organisationControlRoutes(sandbox))
  app.route('/organisations', billControlRoutes(sandbox))
  return app
}
