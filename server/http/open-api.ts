import { z } from 'zod'
import { LinkAnswer, LinkRequest, ListsAnswer, WholeBillsAnswer, WholeBillsRequest } from '#lib/api/bills.ts'
import { ChangesAccepted, ChangesPage, ChangesQuery, ChangesRequest } from '#lib/api/changes.ts'
import {
  AcceptRequest,
  CancelAnswer,
  CancelRequest,
  ExportsAccepted,
  ExportsPage,
  ExportsQuery,
  ExportsRequest,
  UnlinkRequest,
} from '#lib/api/exports.ts'
import { FileAnswer, FileQuery } from '#lib/api/files.ts'
import { ProblemBody } from '#lib/api/problem.ts'
import { ProfileAnswer } from '#lib/api/profile.ts'
import {
  ConnectBegun,
  Connection,
  Session,
  SessionGranted,
  SessionRequest,
  SignInQuery,
} from '#lib/api/session.ts'

interface Operation {
  summary: string
  /** What the query may hold. */
  query?: z.ZodObject
  body?: z.ZodType
  /** The body is a file, of any media type. */
  file?: true
  answer?: z.ZodType
  status?: number
  /** Answered to whoever asks. */
  open?: true
}

const Fresh = z.object({ fresh: z.enum(['1']).optional() })
const Callback = z.object({
  state: z.string().optional(),
  code: z.string().optional(),
  error: z.string().optional(),
})

/** Every request of the contract with its schemas of lib/api: the document cannot say other than the code. */
const operations: Record<string, Record<string, Operation>> = {
  '/healthz': {
    get: { summary: 'Whether the server can work', answer: z.object({ ok: z.boolean() }), open: true },
  },
  '/go/{outlet}/{invoice}': { get: { summary: 'From a bill to Foodrazor', status: 302, open: true } },
  '/launch': { get: { summary: 'Where a ledger’s own pages lead people', open: true } },
  '/reconnect': { get: { summary: 'The same, to connect again', open: true } },
  '/disconnected': { get: { summary: 'The same, after disconnecting', open: true } },
  '/v1/openapi.json': { get: { summary: 'This document', answer: z.looseObject({}), open: true } },
  '/v1/sign-in/xero': {
    get: { summary: 'To Xero’s consent page', query: SignInQuery, status: 302, open: true },
  },
  '/v1/callback/xero': {
    get: { summary: 'Back from it, to the extension', query: Callback, status: 302, open: true },
  },
  '/v1/sign-in/quickbooks': {
    get: { summary: 'To Intuit’s consent page', query: SignInQuery, status: 302, open: true },
  },
  '/v1/callback/quickbooks': {
    get: {
      summary: 'Back from it, to the extension',
      query: Callback.extend({ realmId: z.string().optional() }),
      status: 302,
      open: true,
    },
  },
  '/v1/connect/xero': {
    post: { summary: 'Begin to connect more of Xero', body: SignInQuery, answer: ConnectBegun },
  },
  '/v1/connect/quickbooks': {
    post: { summary: 'Begin to connect a company of QuickBooks', body: SignInQuery, answer: ConnectBegun },
  },
  '/v1/sessions': {
    post: {
      summary: 'A session for a one-time code',
      body: SessionRequest,
      answer: SessionGranted,
      open: true,
    },
  },
  '/v1/session': {
    get: { summary: 'Who is signed in', answer: Session },
    delete: { summary: 'Sign out', status: 204 },
  },
  '/v1/connections': {
    get: { summary: 'The connected organisations', answer: z.object({ items: z.array(Connection) }) },
    post: { summary: 'Connect what was consented to', body: SessionRequest, answer: Session },
  },
  '/v1/connections/{id}': { delete: { summary: 'End a connection, at the ledger too', status: 204 } },
  '/v1/connections/{id}/lists': {
    get: { summary: 'Chart of accounts, tax rates, contacts', query: Fresh, answer: ListsAnswer },
  },
  '/v1/exports': {
    post: { summary: 'Take exports in', body: ExportsRequest, answer: ExportsAccepted, status: 202 },
    get: { summary: 'Changes after a cursor', query: ExportsQuery, answer: ExportsPage },
  },
  '/v1/exports/cancel': {
    post: { summary: 'Stop what was not sent', body: CancelRequest, answer: CancelAnswer },
  },
  '/v1/exports/accept': { post: { summary: 'Accept a difference', body: AcceptRequest, status: 204 } },
  '/v1/exports/unlink': { post: { summary: 'Forget a bill that is gone', body: UnlinkRequest, status: 204 } },
  '/v1/exports/file': {
    put: {
      summary: 'Put the invoice’s file beside its bill',
      query: FileQuery,
      file: true,
      answer: FileAnswer,
    },
  },
  '/v1/bills/link': {
    post: { summary: 'Link the bills that stand already', body: LinkRequest, answer: LinkAnswer },
  },
  '/v1/bills/whole': {
    post: { summary: 'Bills with their lines', body: WholeBillsRequest, answer: WholeBillsAnswer },
  },
  '/v1/webhooks/xero': {
    post: { summary: 'Xero’s word that something changed, signed by it', open: true },
  },
  '/v1/webhooks/quickbooks': {
    post: { summary: 'Intuit’s word that something changed, signed by it', open: true },
  },
  '/v1/profile': { get: { summary: 'How the page is to be read, signed', answer: ProfileAnswer } },
  '/v1/changes': {
    post: { summary: 'Share mapping changes', body: ChangesRequest, answer: ChangesAccepted },
    get: { summary: 'Mapping changes after a revision', query: ChangesQuery, answer: ChangesPage },
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

function described(path: string, { summary, query, body, file, answer, status = 200, open }: Operation) {
  const parameters = [...inPath(path), ...(query ? inQuery(query) : [])]
  return {
    summary,
    ...(open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
    ...(file && {
      requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
    }),
    responses: {
      [status]: { description: summary, ...(answer && { content: json(answer, 'output') }) },
      default: { description: 'A refusal', content: json(ProblemBody, 'output') },
    },
  }
}

function inPath(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return names.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

function inQuery(query: z.ZodObject) {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  }))
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) } }
}
