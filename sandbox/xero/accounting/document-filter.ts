import type { Context } from 'hono'
import type { LedgerDocument } from '../books/ledger-document.ts'
import type { SandboxEnv } from '../sandbox.ts'
import type { DocumentEndpoint } from './document-endpoints.ts'
import { invalid } from './errors.ts'
import { listed } from './list-query.ts'

/** What fits in a URL; more have to be asked for in several calls. */
const MOST_IDS = 40

type Filter = (document: LedgerDocument) => boolean

/**
 * The documents that the query's own parameters ask for; credit notes know none of these parameters.
 * @throws ApiRefusal where it asks for more ids than a call may
 */
export function documentFilter(c: Context<SandboxEnv>, endpoint: DocumentEndpoint): Filter {
  if (endpoint.kind === 'credit-note') return document => document.kind === 'credit-note'
  const query = c.req.query()
  const ids = listed(query.IDs)
  if (ids && ids.length > MOST_IDS) throw invalid(`At most ${MOST_IDS} IDs can be asked for at once.`)
  const filters: Filter[] = [
    document => document.kind === 'bill',
    among(lowered(ids), document => document.id),
    among(listed(query.InvoiceNumbers), document => document.number),
    among(lowered(listed(query.ContactIDs)), document => document.contactId),
    among(listed(query.Statuses), document => document.status),
  ]
  if (query.createdByMyApp === 'true') {
    filters.push(document => document.createdBy === c.var.grant.clientId)
  }
  const term = query.searchTerm?.toLowerCase()
  if (term !== undefined) filters.push(document => searchable(c, document).includes(term))
  return document => filters.every(filter => filter(document))
}

function among(values: string[] | undefined, of: (document: LedgerDocument) => string): Filter {
  return document => values === undefined || values.includes(of(document))
}

/** Ids are written in either case. */
const lowered = (ids: string[] | undefined): string[] | undefined => ids?.map(id => id.toLowerCase())

function searchable(c: Context<SandboxEnv>, document: LedgerDocument): string {
  const contact = c.var.organisation.contacts.find(one => one.contactId === document.contactId)
  return `${document.number}\n${contact?.name ?? ''}`.toLowerCase()
}
