import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { type DocumentEndpoint, documentBy } from './document-endpoints.ts'
import { documentFilter } from './document-filter.ts'
import { documentWire } from './document-wire.ts'
import { envelope } from './envelope.ts'
import { filtered, page } from './list-query.ts'
import { unitDecimals } from './unit-decimals.ts'

/** `GET /Invoices` and `GET /CreditNotes`, one and many. Lines come with `page`, or with one document by its id. */
export function documentReadRoutes(sandbox: Sandbox, endpoint: DocumentEndpoint): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get(`/${endpoint.path}`, c => {
    const query = c.req.query()
    const detail =
      query.summaryOnly === 'true' ? 'summary' : query.page === undefined ? 'without-lines' : 'full'
    const chosen = c.var.organisation.documents.filter(documentFilter(c, endpoint))
    const wire = chosen.map(one => documentWire(one, c.var.organisation, detail, unitDecimals(c)))
    const found = filtered(c, wire)
    if (query.page === undefined) return envelope(c, sandbox.clock(), endpoint.path, found)
    const { items, pagination } = page(found, query.page, query.pageSize)
    return envelope(c, sandbox.clock(), endpoint.path, items, { pagination })
  })

  app.get(`/${endpoint.path}/:id`, c => {
    const document = documentBy(c.var.organisation, endpoint.kind, c.req.param('id'))
    return envelope(c, sandbox.clock(), endpoint.path, [
      documentWire(document, c.var.organisation, 'full', unitDecimals(c)),
    ])
  })

  return app
}
