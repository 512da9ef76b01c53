import { Hono } from 'hono'
import { runQuery } from '../query/run.ts'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { timed } from './answer.ts'

/** `query`: by the address, or as a text of type `application/text`. */
export function queryRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/:realm/query', c => {
    const text = c.req.query('query')
    if (!text) throw refuse.missing('query')
    return c.json(timed(sandbox, { QueryResponse: runQuery(sandbox, c.var.company, text) }))
  })
  app.post('/:realm/query', async c => {
    const text = await c.req.text()
    return c.json(timed(sandbox, { QueryResponse: runQuery(sandbox, c.var.company, text) }))
  })
  return app
}
