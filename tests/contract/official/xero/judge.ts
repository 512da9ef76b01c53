import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Contract, JsonSchema } from './contract.ts'
import type { Exception } from './exceptions.ts'
import { type Side, strictSchema, strictSchemas } from './strict-schema.ts'

/** What is wrong with a value by a schema of the contract, made strict; empty where nothing is. */
export type Judge = (schema: JsonSchema, value: unknown) => string[]

/** Words of OpenAPI and of Xero's generators that say nothing of what is valid, or are read before. */
const vocabulary = [
  'example',
  'externalDocs',
  'x-enum-varnames',
  'x-is-datetime',
  'x-is-money',
  'x-objectArrayKey',
  'x-php-format',
]

/** Told at most of one value: one wrong element of a long list is enough to see. */
const MOST = 10

/** A judge of one side of the exchanges. A word of the contract that it does not know makes it throw. */
export function judgeBy({ schemas }: Contract, side: Side, exceptions: readonly Exception[]): Judge {
  const ajv = new Ajv({ strict: true, strictTypes: true, allErrors: true, verbose: true })
  formats.default(ajv)
  ajv.addVocabulary(vocabulary)
  ajv.addSchema({ $id: 'all', $defs: strictSchemas(schemas, side, exceptions) })
  const compiled = new Map<string, ValidateFunction>()
  return (schema, value) => {
    const key = JSON.stringify(schema)
    const validate = compiled.get(key) ?? ajv.compile(strictSchema(schema, side))
    compiled.set(key, validate)
    validate(value)
    return (validate.errors ?? []).slice(0, MOST).map(told)
  }
}

function told({ instancePath, message = 'is wrong', params, data }: ErrorObject): string {
  const where = instancePath || 'it'
  const { additionalProperty, allowedValues } = params
  if (typeof additionalProperty === 'string') return `${where} has the unknown property ${additionalProperty}`
  const among = Array.isArray(allowedValues) ? `: ${allowedValues.slice(0, 8).join(', ')}` : ''
  return `${where} ${message}${among}, yet is “${(JSON.stringify(data) ?? 'nothing').slice(0, 60)}”`
}
