import { type Context, Hono } from 'hono'
import type { LedgerDocument } from '../books/ledger-document.ts'
import { DocumentInput } from '../documents/document-input.ts'
import { type WriteContext, writeDocument } from '../documents/write-document.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { type DocumentEndpoint, documentBy } from './document-endpoints.ts'
import { documentWire } from './document-wire.ts'
import { failedDocument } from './failed-document.ts'
import { readElements } from './read-body.ts'
import { unitDecimals } from './unit-decimals.ts'
import { type Element, writeAnswer } from './write-answer.ts'

/**
 * PUT creates, each time. POST updates by id, else by **number** (whoever the supplier is), else creates. POST to
 * one document updates that one.
 */
export function documentWriteRoutes(sandbox: Sandbox, endpoint: DocumentEndpoint): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  const contextOf = (c: Context<SandboxEnv>): WriteContext => ({
    organisation: c.var.organisation,
    kind: endpoint.kind,
    now: sandbox.clock(),
    unitDecimals: unitDecimals(c),
    by: c.var.grant.clientId,
  })

  const write = (
    c: Context<SandboxEnv>,
    input: DocumentInput,
    existing: LedgerDocument | undefined,
  ): Element => {
    const context = contextOf(c)
    const written = writeDocument(input, existing, context)
    return 'errors' in written
      ? { errors: written.errors, wire: failedDocument(input, existing, endpoint) }
      : {
          errors: [],
          wire: documentWire(written.document, context.organisation, 'full', context.unitDecimals),
        }
  }

  app.put(`/${endpoint.path}`, async c => {
    const inputs = await readElements(c, endpoint.path, DocumentInput)
    const elements = inputs.map(input => write(c, input, undefined))
    return writeAnswer(c, sandbox, endpoint.path, elements)
  })

  app.post(`/${endpoint.path}`, async c => {
    const inputs = await readElements(c, endpoint.path, DocumentInput)
    for (const input of inputs) byId(c, endpoint, input)
    const elements = inputs.map(input =>
      write(c, input, byId(c, endpoint, input) ?? byNumber(c, endpoint, input)),
    )
    return writeAnswer(c, sandbox, endpoint.path, elements)
  })

  app.post(`/${endpoint.path}/:id`, async c => {
    const existing = documentBy(c.var.organisation, endpoint.kind, c.req.param('id'))
    const [input = {}] = await readElements(c, endpoint.path, DocumentInput)
    return writeAnswer(c, sandbox, endpoint.path, [write(c, input, existing)])
  })

  return app
}

/** The document an element names by id. @throws NotFound for an id that nothing has: the whole request fails */
function byId(
  c: Context<SandboxEnv>,
  endpoint: DocumentEndpoint,
  input: DocumentInput,
): LedgerDocument | undefined {
  const id = input[endpoint.idKey]
  return id === undefined ? undefined : documentBy(c.var.organisation, endpoint.kind, id)
}

/** The newest document with an element's number that was not voided or deleted. */
function byNumber(
  c: Context<SandboxEnv>,
  endpoint: DocumentEndpoint,
  input: DocumentInput,
): LedgerDocument | undefined {
  const number = input[endpoint.numberKey]
  if (!number) return undefined
  return c.var.organisation.documents.findLast(
    one =>
      one.kind === endpoint.kind &&
      one.number === number &&
      one.status !== 'VOIDED' &&
      one.status !== 'DELETED',
  )
}
