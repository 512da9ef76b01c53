import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { bearerOf } from './bearer.ts'

/** `GET /connections` and `DELETE /connections/{id}`: the organisations an app was given by a person. */
export function connectionRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/connections', c => {
    const bearer = bearerOf(sandbox, c)
    if ('refusal' in bearer) return bearer.refusal
    const { clientId, user } = bearer.grant
    const only = c.req.query('authEventId')
    const found = sandbox.consents
      .connections(clientId, user.id)
      .filter(one => only === undefined || one.authEventId === only)
    return c.json(
      found.map(one => ({
        id: one.id,
        authEventId: one.authEventId,
        tenantId: one.tenantId,
        tenantType: 'ORGANISATION',
        tenantName: sandbox.books.organisation(one.tenantId)?.name ?? null,
        createdDateUtc: withoutZone(one.createdAt),
        updatedDateUtc: withoutZone(one.updatedAt),
      })),
    )
  })
  app.delete('/connections/:id', c => {
    const bearer = bearerOf(sandbox, c)
    if ('refusal' in bearer) return bearer.refusal
    const { clientId, user } = bearer.grant
    const found = sandbox.consents.disconnect(c.req.param('id'), clientId, user.id)
    return found ? c.body(null, 204) : c.body(null, 404)
  })
  return app
}

/** The endpoint writes its UTC times with seven decimals and without a zone. */
const withoutZone = (at: Date): string => at.toISOString().replace(/(\.\d{3})Z$/, '$10000')
