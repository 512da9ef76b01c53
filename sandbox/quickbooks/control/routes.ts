import { Hono } from 'hono'
import { z } from 'zod'
import { ApiFault } from '../rules/api-fault.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { billControlRoutes } from './bills.ts'
import { companyControlRoutes } from './companies.ts'
import { FaultPlan } from './faults.ts'
import { BadControl, readJson } from './read-json.ts'
import { usualSettings } from './settings.ts'
import { stateOf } from './state.ts'

const Limit = z.number().int().min(1)
const Limits = z.strictObject({
  concurrent: Limit.optional(),
  second: Limit.optional(),
  minute: Limit.optional(),
  batchMinute: Limit.optional(),
  fileBytes: Limit.optional(),
})
const Settings = z.strictObject({
  batchOrder: z.enum(['as-sent', 'reversed']).optional(),
  duplicateNumbers: z.enum(['per-vendor', 'per-company']).optional(),
  bareInclusiveAmount: z.enum(['net', 'gross']).optional(),
})
const Revoke = z.strictObject({ realmId: z.string().optional() })
const Reset = z.strictObject({ keepConnections: z.boolean().default(false) })

/** `/_control`: what tests and the demo may do to the ledger that no app could. README.md lists it. */
export function controlRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.onError((error, c) => {
    if (error instanceof BadControl) return c.json({ error: error.message }, 400)
    if (error instanceof ApiFault) {
      return c.json({ error: error.message, code: error.errors[0]?.code ?? '' }, 409)
    }
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
  app.post('/revoke', async c => {
    const { realmId } = await readJson(c, Revoke)
    sandbox.tokens.revokeAll(realmId)
    return c.body(null, 204)
  })

  app.patch('/limits', async c => {
    Object.assign(sandbox.throttle.limits, await readJson(c, Limits))
    return c.json(sandbox.throttle.limits)
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
    sandbox.requests.clear()
    sandbox.throttle.reset()
    Object.assign(sandbox.settings, usualSettings)
    if (!keepConnections) sandbox.tokens.clear()
    return c.json(stateOf(sandbox))
  })

  app.route('/companies', companyControlRoutes(sandbox))
  app.route('/companies', billControlRoutes(sandbox))
  return app
}
