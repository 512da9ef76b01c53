import { z } from 'zod'
import { isObject, readJson } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'
import { problemsBy } from '../rule.ts'
import { itemsOf } from './check-address.ts'
import type { IntuitSchemas } from './intuit-schemas.ts'
import { ofAnswers, ofFaults } from './rules.ts'

/** The gateway before the ledger writes its refusals in a form of its own, which no schema describes. */
const GatewayRefusal = z.looseObject({
  fault: z.strictObject({
    error: z
      .array(
        z.strictObject({
          message: z.string(),
          detail: z.string(),
          code: z.string().regex(/^\d+$/),
          element: z.string().nullable(),
        }),
      )
      .min(1),
    type: z.string().min(1),
  }),
})

/** Answered before the ledger itself was reached, with whatever words. */
const beforeTheLedger = [401, 403, 429]

/** What is wrong with the sandbox's answer to a request to the API. */
export function problemsOfAnswer(schemas: IntuitSchemas, { query, request, answer }: Exchange): string[] {
  // A connection that was cut says nothing, and a proxy's error page what it likes.
  if (answer === null || answer.status >= 500) return []
  // Whoever does not ask for JSON gets XML, of which the sandbox has none.
  if (answer.status === 406 && request.headers.accept !== 'application/json') return []
  const body = readJson(answer.body)
  // The ledger itself refuses a company to a person (120), in its own form.
  const byLedger = answer.status === 403 && isObject(body) && 'Fault' in body
  if (!byLedger && beforeTheLedger.includes(answer.status)) {
    if (answer.headers['content-type']?.startsWith('text/html')) return []
    const read = GatewayRefusal.safeParse(body)
    return read.success ? [] : [`it is no refusal of the gateway: ${z.prettifyError(read.error)}`]
  }
  if (!isObject(body)) return [`with status ${answer.status} it is not JSON`]
  return [
    ...(answer.headers.intuit_tid ? [] : ['it lacks intuit_tid, by which Intuit finds a call']),
    ...(answer.status === 200 || 'Fault' in body
      ? []
      : [`it refuses with ${answer.status}, but names no fault`]),
    ...schemas.problemsOf('IntuitResponse', 'IntuitResponse', body),
    ...objectsIn(body, asksForParts(query, request.body)),
  ]
}

/** Whether some query asks for some properties alone, or for a count. */
function asksForParts(query: string, body: string): boolean {
  const queries = [
    new URLSearchParams(query).get('query'),
    ...itemsOf(readJson(body)).map(({ Query }) => Query),
    /^\s*select\b/i.test(body) ? body : null,
  ]
  return queries.some(text => typeof text === 'string' && !/^\s*select\s+\*/i.test(text))
}

/** What is wrong with the objects and faults of an answer, wherever they stand in it. */
function objectsIn(value: unknown, parts: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap(one => objectsIn(one, parts))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'Fault') return problemsBy(ofFaults, name, inner)
    const rules = ofAnswers[name]
    if (rules === undefined) return wrappers.includes(name) ? objectsIn(inner, parts) : []
    const objects = Array.isArray(inner) ? inner : [inner]
    return objects.flatMap(object =>
      parts || (isObject(object) && object.status === 'Deleted') ? [] : problemsBy(rules, name, object),
    )
  })
}

const wrappers = ['QueryResponse', 'BatchItemResponse', 'CDCResponse', 'AttachableResponse']
