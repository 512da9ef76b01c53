import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { envelope } from './envelope.ts'
import { filtered } from './list-query.ts'

/** `GET /TrackingCategories`: active ones, or all with `includeArchived=true`. */
export function trackingRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/TrackingCategories', c => {
    const archivedToo = c.req.query('includeArchived') === 'true'
    const categories = c.var.organisation.tracking
      .filter(category => archivedToo || category.status === 'ACTIVE')
      .map(category => ({
        Name: category.name,
        Status: category.status,
        TrackingCategoryID: category.categoryId,
        Options: category.options.map(option => ({
          TrackingOptionID: option.optionId,
          Name: option.name,
          Status: option.status,
        })),
      }))
    return envelope(c, sandbox.clock(), 'TrackingCategories', filtered(c, categories))
  })
  return app
}
