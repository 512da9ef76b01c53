import { isObject, readJson } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'
import { problemsBy, type Rule } from '../rule.ts'
import { MOST_ELEMENTS, problemsOfAddress } from './address-rules.ts'
import { problemsOfParameters } from './check-address.ts'
import type { Operation } from './contract.ts'
import { ofCreated, ofRequests, ofUpdated } from './request-rules.ts'
import { type Interface, operationFor } from './xero-contracts.ts'

/** What is wrong with a request to the API: by the contract, and by what it leaves out. */
export function problemsOfRequest(xero: Interface, exchange: Exchange): string[] {
  const found = operationFor(xero, exchange.method, exchange.path)
  if (found === null) return ['the contract has no such operation']
  return [
    ...problemsOfParameters(xero.request, found, exchange),
    ...problemsOfAddress(found.operation, exchange),
    ...ofBody(xero, found.operation, exchange),
  ]
}

function ofBody({ request: judge }: Interface, { request, id }: Operation, exchange: Exchange): string[] {
  const { body, headers } = exchange.request
  const type = headers['content-type']?.split(';')[0]
  if (request === null) return body === '' ? [] : [`${id} takes no body`]
  if (body === '') return ['it has no body']
  // The contract says `application/octet-stream` of files; the guide has each sent as the type that it is of.
  if (request.type === 'application/octet-stream')
    return type === undefined || type === 'application/json'
      ? ['it does not say of what type the file is']
      : []
  const value = readJson(body)
  return [
    ...(type === request.type ? [] : [`its body is said to be ${type}, not ${request.type}`]),
    ...(value === undefined ? ['its body is not JSON'] : judge(request.schema, value)),
    ...ofElements(exchange.method, value),
  ]
}

/** What is wrong with the elements of a list such as `{Invoices: […]}` by our own rules. */
function ofElements(method: string, body: unknown): string[] {
  const [[name, elements] = [], another] = isObject(body) ? Object.entries(body) : []
  if (name === undefined || another !== undefined || !Array.isArray(elements) || elements.length === 0)
    return ['it does not hold one list with something in it']
  const rules = ofRequests[name]
  if (rules === undefined) return [`it writes ${name}, of which no rules are known here`]
  const ofMethod: Rule[] = (method === 'PUT' ? ofCreated : ofUpdated)[name] ?? []
  return [
    ...(elements.length <= MOST_ELEMENTS ? [] : [`it holds more than ${MOST_ELEMENTS} elements`]),
    ...elements.flatMap(element => problemsBy([...rules, ...ofMethod], name, element)),
  ]
}
