import { z } from 'zod'
import { LinkAnswer, LinkRequest, ListsAnswer, ReadBillsAnswer, ReadBillsRequest } from '#lib/api/bills.ts'
import { ChangesAccepted, ChangesPage, ChangesRequest } from '#lib/api/changes.ts'
import {
  AcceptRequest,
  CancelAnswer,
  CancelRequest,
  ExportsAccepted,
  ExportsPage,
  ExportsRequest,
  UnlinkRequest,
} from '#lib/api/exports.ts'
import { ProblemBody } from '#lib/api/problem.ts'
import { Connection, Session, SessionGranted, SessionRequest } from '#lib/api/session.ts'

interface Operation {
  summary: string
  body?: z.ZodType
  answer?: z.ZodType
  status?: number
}

/** Every request of the contract with its schemas of lib/api: the document cannot say other than the code. */
const operations: Record<string, Record<string, Operation>> = {
  '/v1/sessions': {
    post: { summary: 'A session for a one-time code', body: SessionRequest, answer: SessionGranted },
  },
  '/v1/session': {
    get: { summary: 'Who is signed in', answer: Session },
    delete: { summary: 'Sign out', status: 204 },
  },
  '/v1/connections': {
    get: { summary: 'The connected organisations', answer: z.object({ items: z.array(Connection) }) },
  },
  '/v1/connections/{id}': { delete: { summary: 'Forget the tokens of a connection', status: 204 } },
  '/v1/connections/{id}/lists': {
    get: { summary: 'Chart of accounts, tax rates, contacts', answer: ListsAnswer },
  },
  '/v1/exports': {
    post: { summary: 'Take exports in', body: ExportsRequest, answer: ExportsAccepted, status: 202 },
    get: { summary: 'Changes after a cursor', answer: ExportsPage },
  },
  '/v1/exports/cancel': {
    post: { summary: 'Stop what was not sent', body: CancelRequest, answer: CancelAnswer },
  },
  '/v1/exports/accept': { post: { summary: 'Accept a difference', body: AcceptRequest, status: 204 } },
  '/v1/exports/unlink': { post: { summary: 'Forget a bill that is gone', body: UnlinkRequest, status: 204 } },
  '/v1/bills/link': {
    post: { summary: 'Link the bills that stand already', body: LinkRequest, answer: LinkAnswer },
  },
  '/v1/bills/read': {
    post: { summary: 'Bills as they stand now', body: ReadBillsRequest, answer: ReadBillsAnswer },
  },
  '/v1/changes': {
    post: { summary: 'Share mapping changes', body: ChangesRequest, answer: ChangesAccepted },
    get: { summary: 'Mapping changes after a revision', answer: ChangesPage },
  },
}

/** The OpenAPI 3.1 document. */
export function openApi(url: string): unknown {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, described(path, operation)]),
    ),
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Clearcloud', version: '1.0.0', description: 'Exports Foodrazor invoices to a ledger.' },
    servers: [{ url }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    security: [{ session: [] }],
    paths: Object.fromEntries(paths),
  }
}

function described(path: string, { summary, body, answer, status = 200 }: Operation) {
  return {
    summary,
    ...(path.includes('{id}') && {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    }),
    ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
    responses: {
      [status]: { description: summary, ...(answer && { content: json(answer, 'output') }) },
      default: { description: 'A refusal', content: json(ProblemBody, 'output') },
    },
  }
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) } }
}
