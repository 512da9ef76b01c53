import { isObject, readJson } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'
import { problemsBy } from '../rule.ts'
import { itemsOf, problemsOfAddress } from './check-address.ts'
import type { IntuitSchemas } from './intuit-schemas.ts'
import { ofBatches, ofRequests, ofUpdates } from './rules.ts'

/** The entities that our server writes, by their place in the address. */
const entities: Record<string, string> = {
  bill: 'Bill',
  vendorcredit: 'VendorCredit',
  vendor: 'Vendor',
  attachable: 'Attachable',
  upload: 'Attachable',
}

/** What is wrong with a request to the API; `operation` is its place in the address. */
export function problemsOfRequest(schemas: IntuitSchemas, exchange: Exchange, operation: string): string[] {
  const body = bodyOf(exchange, operation)
  if (body === undefined) return ['its body is not JSON']
  return [...problemsOfAddress(exchange, body), ...ofBody(schemas, exchange.method, operation, body)]
}

/** What was sent as JSON; of an upload the description beside the file. Null for nothing. */
function bodyOf({ request }: Exchange, operation: string): unknown {
  if (request.body === '') return null
  const body = readJson(request.body)
  if (operation !== 'upload') return body
  return isObject(body) && typeof body.file_metadata_01 === 'string'
    ? readJson(body.file_metadata_01)
    : undefined
}

function ofBody(schemas: IntuitSchemas, method: string, operation: string, body: unknown): string[] {
  if (method !== 'POST') return body === null ? [] : ['it reads, and yet has a body']
  if (operation === 'batch') {
    return [
      ...schemas.problemsOf('IntuitBatchRequest', 'IntuitBatchRequest', body),
      ...problemsBy(ofBatches, 'batch', body),
      ...itemsOf(body).flatMap(ofItem),
    ]
  }
  const entity = entities[operation]
  if (entity === undefined) return [`it writes “${operation}”, which is not known here`]
  return [...schemas.problemsOf(entity, entity, body), ...ofObject(entity, body)]
}

function ofItem(item: Record<string, unknown>): string[] {
  const { bId: _, operation, ...rest } = item
  const [entity, another] = Object.keys(rest)
  if (entity === undefined || another !== undefined)
    return ['an item of a batch asks for none or several things']
  if (entity === 'Query') return operation === undefined ? [] : ['a query of a batch has an operation']
  if (operation !== (isUpdate(item[entity]) ? 'update' : 'create'))
    return [`${entity} is sent to “${String(operation)}”, which does not go with its id or the want of one`]
  return ofObject(entity, item[entity])
}

function ofObject(entity: string, object: unknown): string[] {
  const rules = ofRequests[entity]
  if (rules === undefined) return [`it writes ${entity}, of which no rules are known here`]
  return problemsBy([...rules, ...(isUpdate(object) ? ofUpdates : [])], entity, object)
}

function isUpdate(object: unknown): boolean {
  return isObject(object) && object.Id !== undefined
}
