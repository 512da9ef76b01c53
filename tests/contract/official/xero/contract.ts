import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

export const JsonSchema = z.record(z.string(), z.unknown())
export type JsonSchema = z.infer<typeof JsonSchema>

const Parameter = z.object({
  in: z.enum(['query', 'header', 'path']),
  name: z.string(),
  required: z.boolean().default(false),
  schema: JsonSchema,
})
export type Parameter = z.infer<typeof Parameter>

const Message = z.object({
  content: z.record(z.string(), z.object({ schema: JsonSchema })).default({}),
})
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
})
const named = z.record(z.string(), z.unknown()).default({})
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), JsonSchema),
    parameters: named,
    responses: named,
    requestBodies: named,
  }),
})
type Document = z.infer<typeof Document>

/** What a message holds; null where the contract names no body. */
export type Body = { type: string; schema: JsonSchema } | null

/** One thing that can be asked of Xero, as its contract has it. */
export interface Operation {
  id: string
  method: string
  /** Such as `/Invoices/{InvoiceID}`. */
  template: string
  parameters: Parameter[]
  request: Body
  /** By status. */
  answers: ReadonlyMap<number, Body>
}

/** One of Xero's OpenAPI documents. */
export interface Contract {
  operations: Operation[]
  schemas: Record<string, JsonSchema>
}

const methods = ['get', 'put', 'post', 'delete']

/** @throws where the file is no OpenAPI document of the form that Xero's have */
export function readContract(path: string): Contract {
  const document = Document.parse(parse(readFileSync(path, 'utf8')))
  const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    methods
      .filter(method => method in item)
      .map(method => operationOf(document, template, method, item[method], item.parameters)),
  )
  return { operations, schemas: document.components.schemas }
}

function operationOf(
  document: Document,
  template: string,
  method: string,
  given: unknown,
  ofPath: unknown,
): Operation {
  const { operationId, parameters, requestBody, responses } = Operation.parse(given)
  const shared = z.array(z.unknown()).default([]).parse(ofPath)
  return {
    id: operationId,
    method: method.toUpperCase(),
    template,
    parameters: [...shared, ...parameters].map(one => Parameter.parse(found(document, one))),
    request: requestBody === undefined ? null : bodyOf(document, requestBody),
    answers: new Map(
      Object.entries(responses).map(([status, answer]) => [Number(status), bodyOf(document, answer)]),
    ),
  }
}

function bodyOf(document: Document, message: unknown): Body {
  const [entry] = Object.entries(Message.parse(found(document, message)).content)
  return entry ? { type: entry[0], schema: entry[1].schema } : null
}

/** What a reference stands for; anything else as it is. */
function found(document: Document, value: unknown): unknown {
  const reference = z.looseObject({ $ref: z.string() }).safeParse(value).data?.$ref
  if (reference === undefined) return value
  const place = /^#\/components\/(parameters|responses|requestBodies)\/(\w+)$/.exec(reference)
  const [, kind, name = ''] = place ?? []
  if (kind !== 'parameters' && kind !== 'responses' && kind !== 'requestBodies')
    throw new Error(`The contract refers to ${reference}, which is not looked for here`)
  return document.components[kind][name]
}
