import { isObject } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'
import { problemsBy } from '../rule.ts'
import { valuesAt } from '../values-at.ts'
import { ofAnswers, ofErrors, ofOutcomes, ofRefusals } from './answer-rules.ts'
import { JsonSchema, type Operation } from './contract.ts'
import type { Interface } from './xero-contracts.ts'

const components = '#/components/schemas/'

/** What is wrong with a list such as `{Invoices: […]}`, of which each element may have been refused by itself. */
export function problemsOfList(
  xero: Interface,
  operation: Operation,
  { method, query }: Exchange,
  body: unknown,
): string[] {
  const schema = operation.answers.get(200)?.schema
  if (schema === undefined) return ['the contract has no such list']
  if (!isObject(body)) return xero.answer(schema, body ?? null)
  const asked = new URLSearchParams(query)
  const paged = asked.has('page') && operation.parameters.some(({ name }) => name === 'pageSize')
  const each = method !== 'GET' && asked.get('summarizeErrors')?.toLowerCase() === 'false'
  const name = listOf(operation)
  const elements: unknown[] = Array.isArray(body[name]) ? body[name] : []
  const well = elements.filter(element => !isRefused(element))
  return [
    ...xero.answer(schema, name in body ? { ...body, [name]: well } : body),
    ...(paged && !isObject(body.pagination) ? ['it does not say how many pages there are'] : []),
    ...well.flatMap(element => problemsBy(ofAnswers[name] ?? [], name, element)),
    ...(each ? elements.flatMap(element => problemsBy(ofOutcomes, name, element)) : []),
    ...elements.filter(isRefused).flatMap(element => ofRefused(xero, operation, element)),
  ]
}

/** What is wrong with a refusal of a whole request. */
export function problemsOfError(xero: Interface, operation: Operation, body: unknown): string[] {
  if (!isObject(body)) return ['it is no JSON']
  const elements = Array.isArray(body.Elements) ? body.Elements : []
  const error = 'Elements' in body ? { ...body, Elements: [] } : body
  return [
    ...xero.answer({ $ref: `${components}Error` }, error),
    ...problemsBy(ofErrors, 'Error', error),
    ...elements.flatMap(element => ofRefused(xero, operation, element)),
  ]
}

/** It comes back as what was sent, and says why it was refused. */
function ofRefused({ contract, refused }: Interface, operation: Operation, element: unknown): string[] {
  const name = listOf(operation)
  const items = JsonSchema.parse(valuesAt(contract.schemas, `${name}.properties.${name}.items`)[0])
  return [...refused(items, element), ...problemsBy(ofRefusals, name, element)]
}

/** The list that an operation answers with, such as `Invoices`. */
function listOf(operation: Operation): string {
  const reference = operation.answers.get(200)?.schema.$ref
  return typeof reference === 'string' ? reference.replace(components, '') : ''
}

function isRefused(element: unknown): boolean {
  return isObject(element) && (element.HasErrors === true || element.StatusAttributeString === 'ERROR')
}
