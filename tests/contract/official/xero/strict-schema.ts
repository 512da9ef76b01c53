import { JsonSchema } from './contract.ts'
import { type Exception, ofRefused } from './exceptions.ts'

/** What a schema is to judge: what was sent, what came, or what came back since it was refused. */
export type Side = 'request' | 'answer' | 'refused'

/** A calendar date as people write it, or ticks since 1970 in UTC. */
const day: JsonSchema = { type: 'string', format: 'date' }
const ticks: JsonSchema = { type: 'string', pattern: '^/Date\\(-?\\d+(?:[+-]\\d{4})?\\)/$' }

/** All schemas of a contract, made strict; by their names. */
export function strictSchemas(
  schemas: Record<string, JsonSchema>,
  side: Side,
  exceptions: readonly Exception[],
): Record<string, JsonSchema> {
  const lackedBy = (name: string): Record<string, JsonSchema> =>
    Object.assign({}, ...exceptions.filter(one => one.schemas.includes(name)).map(({ lacks }) => lacks))
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      strictSchema(
        'properties' in schema
          ? { ...schema, properties: { ...lackedBy(name), ...propertiesOf(schema) } }
          : schema,
        side,
      ),
    ]),
  )
}

/**
 * The same schema, which refuses properties that it does not name; in requests also those that only Xero may
 * write. Dates are sent as `YYYY-MM-DD` and come as `/Date(…)/`, wherever the contract marks them as Microsoft's.
 */
export function strictSchema(schema: JsonSchema, side: Side): JsonSchema {
  // In OpenAPI 3.0 nothing beside a reference counts.
  if (typeof schema.$ref === 'string')
    return { $ref: schema.$ref.replace('#/components/schemas/', 'all#/$defs/') }
  if (schema['x-is-msdate'] === true) return side === 'request' ? day : ticks
  if (schema['x-is-msdate-time'] === true) return ticks
  // Its own examples have no zone.
  if (schema['x-is-datetime'] === true) return { ...schema, format: 'iso-date-time' }
  if (schema.type === 'array') return { ...schema, items: strictSchema(JsonSchema.parse(schema.items), side) }
  if (!('properties' in schema)) return side === 'refused' ? without(schema, ofRefused) : schema
  const properties = Object.entries(propertiesOf(schema)).filter(
    ([, { readOnly }]) => side !== 'request' || readOnly !== true,
  )
  return {
    ...schema,
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, one]) => [name, strictSchema(one, side)])),
    additionalProperties: false,
  }
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(JsonSchema.parse(schema.properties)).map(([name, one]) => [name, JsonSchema.parse(one)]),
  )
}

function without(schema: JsonSchema, words: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([word]) => !words.includes(word)))
}
