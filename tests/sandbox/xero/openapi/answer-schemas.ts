import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { parse } from 'yaml'
import { z } from 'zod'

const Schema = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
const Document = z.object({ components: z.object({ schemas: z.record(z.string(), Schema) }) })

/** Keys that the wire has and the document lacks, by schema; `*` is for every list's envelope. */
const onTheWire: Record<string, readonly string[]> = {
  '*': ['Id', 'Status', 'ProviderName', 'DateTimeUTC'],
  Invoice: ['DateString', 'DueDateString'],
  CreditNote: ['DateString', 'DueDateString'],
  LineItem: ['ValidationErrors'],
  HistoryRecord: ['DateUTCString'],
}

/** Validators of answers by the official description of the API, made strict: no key that it does not know. */
export function answerSchemas(): (name: string) => ValidateFunction {
  const text = readFileSync(`${import.meta.dirname}/xero_accounting.yaml`, 'utf8')
  const { schemas } = Document.parse(parse(text)).components
  const strict = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, closed(name, schema)]),
  )
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'xero', components: { schemas: strict } })
  return name => ajv.compile({ $ref: `xero#/components/schemas/${name}` })
}

function closed(name: string, schema: z.infer<typeof Schema>): object {
  if (schema.properties === undefined) return schema
  const isList = name.endsWith('s') && Object.keys(schema.properties).includes(name)
  const more = [...(onTheWire[name] ?? []), ...(isList ? (onTheWire['*'] ?? []) : [])]
  const added = Object.fromEntries(more.map(key => [key, {}]))
  return { ...schema, properties: { ...schema.properties, ...added }, additionalProperties: false }
}
