import type { Exchange } from '../recording/exchange.ts'
import type { JsonSchema, Parameter } from './contract.ts'
import type { Judge } from './judge.ts'
import type { Found } from './xero-contracts.ts'

/** Of the headers that are recorded, those that a contract would have to name. */
const headersToName = ['idempotency-key', 'if-modified-since', 'xero-tenant-id']

/** What is wrong with the parameters of a request by the contract, wherever they stand. */
export function problemsOfParameters(
  judge: Judge,
  { operation, inPath }: Found,
  exchange: Exchange,
): string[] {
  const inQuery = new URLSearchParams(exchange.query)
  const { headers } = exchange.request
  const given: Record<Parameter['in'], (name: string) => string | undefined> = {
    path: name => inPath[name],
    query: name => inQuery.get(name) ?? undefined,
    header: name => headers[name.toLowerCase()],
  }
  const ofEach = operation.parameters.flatMap(parameter => {
    const { in: place, name, required, schema } = parameter
    const text = given[place](name)
    if (text === undefined) return required ? [`the ${place} lacks ${name}`] : []
    return judge(schema, readText(schema, text)).map(problem => `${name} in the ${place}: ${problem}`)
  })
  const names = (place: Parameter['in']) =>
    operation.parameters.filter(one => one.in === place).map(({ name }) => name)
  const inHeaders = names('header').map(name => name.toLowerCase())
  const unknown = [
    ...[...new Set(inQuery.keys())]
      .filter(name => !names('query').includes(name))
      .map(name => `the query has ${name}, which ${operation.id} does not take`),
    ...headersToName
      .filter(name => name in headers && !inHeaders.includes(name))
      .map(name => `the headers have ${name}, which ${operation.id} does not take`),
  ]
  const twice = [...new Set(inQuery.keys())]
    .filter(name => inQuery.getAll(name).length > 1)
    .map(name => `the query has ${name} more than once`)
  return [...ofEach, ...unknown, ...twice]
}

/** A parameter's text as the value that it stands for; as it is where it stands for none of the kind. */
function readText(schema: JsonSchema, text: string): unknown {
  if (schema.type === 'array') return text.split(',')
  if (schema.type === 'integer' && /^-?\d+$/.test(text)) return Number(text)
  if (schema.type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true'
  return text
}
