import { z } from 'zod'
import { readJson } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'
import { problemsOfError, problemsOfList } from './check-list.ts'
import { type Interface, operationFor } from './xero-contracts.ts'

/** Xero's gateway refuses in a form of its own, which the contract does not have. */
const GatewayRefusal = z.strictObject({
  Type: z.null(),
  Title: z.enum(['Unauthorized', 'Forbidden']),
  Status: z.union([z.literal(401), z.literal(403)]),
  Detail: z.string().min(1),
  Instance: z.uuid(),
  Extensions: z.strictObject({}),
})

type Answer = NonNullable<Exchange['answer']>

/** What is wrong with the sandbox's answer to a request to the API or for connections. */
export function problemsOfAnswer(xero: Interface, exchange: Exchange): string[] {
  const { method, path, answer } = exchange
  // A connection that was cut says nothing, and a proxy's error page what it likes.
  if (answer === null || answer.status >= 500) return []
  if (answer.status === 429) return ofLimit(answer)
  if (answer.status === 401 || answer.status === 403) return ofGateway(answer)
  const operation = operationFor(xero, method, path)?.operation
  const described = operation?.answers.get(answer.status)
  if (described === null) return answer.body === '' ? [] : ['it has a body, which the contract does not have']
  if (answer.status === 404) return ofType(answer, 'text/html')
  if (operation === undefined) return ['the contract has no such operation, and yet it answers']
  // Files come as what they are, not as the contract's `application/octet-stream`.
  if (described?.type === 'application/octet-stream')
    return typeOf(answer) ? [] : ['it does not say its type']
  const body = readJson(answer.body)
  if (answer.status === 200 && described)
    return [...ofType(answer, described.type), ...problemsOfList(xero, operation, exchange, body)]
  // Reads are refused as writes are; the contract has 400 of writes alone.
  if (answer.status === 400)
    return [...ofType(answer, 'application/json'), ...problemsOfError(xero, operation, body)]
  return [`the contract has no answer ${answer.status}`]
}

/** Minutes and days say when to come again; too many calls at once do not. */
function ofLimit({ headers }: Answer): string[] {
  const limit = headers['x-rate-limit-problem'] ?? ''
  const timed = /^(?:minute|day|appminute)$/i.test(limit)
  return [
    ...(timed || /^concurrent$/i.test(limit) ? [] : ['it does not say which limit was met']),
    ...(timed && !/^\d+$/.test(headers['retry-after'] ?? '')
      ? ['it does not say in how many seconds to come again']
      : []),
  ]
}

function ofGateway(answer: Answer): string[] {
  if (typeOf(answer) === 'text/html') return []
  const read = GatewayRefusal.safeParse(readJson(answer.body))
  if (!read.success) return [`it is no refusal of the gateway: ${z.prettifyError(read.error)}`]
  const { Status } = read.data
  return Status === answer.status ? [] : [`it says ${Status}, and its status is ${answer.status}`]
}

function ofType(answer: Answer, type: string): string[] {
  return typeOf(answer) === type ? [] : [`it is said to be ${typeOf(answer)}, not ${type}`]
}

function typeOf({ headers }: Answer): string | undefined {
  return headers['content-type']?.split(';')[0]
}
