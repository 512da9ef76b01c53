import { type Context, Hono } from 'hono'
import type { LedgerDocument } from '../books/ledger-document.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { type DocumentEndpoint, documentBy } from './document-endpoints.ts'
import { documentWire } from './document-wire.ts'
import { envelope } from './envelope.ts'
import { invalid } from './errors.ts'
import { filtered, listed, page } from './list-query.ts'
import { unitDecimals } from './unit-decimals.ts'

/** What fits in a URL; more have to be asked for in several calls. */
const MOST_IDS = 40

/** `GET /Invoices` and `GET /CreditNotes`, one and many. Lines come with `page`, or with one document by its id. */
export function documentReadRoutes(sandbox: Sandbox, endpoint: DocumentEndpoint): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get(`/${endpoint.path}`, c => {
    const query = c.req.query()
    const detail =
      query.summaryOnly === 'true' ? 'summary' : query.page === undefined ? 'without-lines' : 'full'
    const chosen = c.var.organisation.documents.filter(
      document => document.kind === endpoint.kind && asked(c, endpoint, document),
    )
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

/** Whether a document is among those the query's own parameters ask for; credit notes know none of them. */
function asked(c: Context<SandboxEnv>, endpoint: DocumentEndpoint, document: LedgerDocument): boolean {
  if (endpoint.kind === 'credit-note') return true
  const query = c.req.query()
  const ids = listed(query.IDs)?.map(id => id.toLowerCase())
  if (ids && ids.length > MOST_IDS) throw invalid(`At most ${MOST_IDS} IDs can be asked for at once.`)
  if (ids && !ids.includes(document.id)) return false
  const numbers = listed(query.InvoiceNumbers)
  if (numbers && !numbers.includes(document.number)) return false
  const contacts = listed(query.ContactIDs)?.map(id => id.toLowerCase())
  if (contacts && !contacts.includes(document.contactId)) return false
  const statuses = listed(query.Statuses)
  if (statuses && !statuses.includes(document.status)) return false
  if (query.createdByMyApp === 'true' && document.createdBy !== c.var.grant.clientId) return false
  const term = query.searchTerm?.toLowerCase()
  return term === undefined || searchable(c, document).includes(term)
}

function searchable(c: Context<SandboxEnv>, document: LedgerDocument): string {
  const contact = c.var.organisation.contacts.find(one => one.contactId === document.contactId)
  return `${document.number}\n${contact?.name ?? ''}`.toLowerCase()
}
