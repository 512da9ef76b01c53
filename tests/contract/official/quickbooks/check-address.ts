import type { Exchange } from '../recording/exchange.ts'

/** The requests of one batch, and the objects of one page, at most (facts: Limits and cost). */
const MOST_ITEMS = 30
const MOST_OBJECTS = 1000
/** The longest `requestid`, and that of a batch. */
const REQUEST_ID = { single: 50, batch: 36 }

/** What is wrong with the address and the headers of a request that our server made. */
export function problemsOfAddress({ method, path, query, request }: Exchange, body: unknown): string[] {
  const asked = new URLSearchParams(query)
  const batch = path.endsWith('/batch')
  const problems = [
    ...unless(asked.get('minorversion') === '75', 'does not say minorversion=75, whose wire this is'),
    ...unless(
      request.headers.accept === 'application/json',
      'does not ask for JSON: QuickBooks would answer in XML',
    ),
    ...unless(request.headers.authorization?.startsWith('Bearer ') === true, 'has no bearer token'),
    ...unless(
      !asked.has('include'),
      'asks for something to be included; allowduplicatedocnum is a person’s choice',
    ),
    ...unless(!asked.has('operation'), 'has an operation in its address: we void and delete nothing'),
  ]
  const id = asked.get('requestid')
  if (writes(method, path, body) && id === null)
    problems.push('writes without a requestid: a repetition would double it')
  if (id !== null && id.length > (batch ? REQUEST_ID.batch : REQUEST_ID.single))
    problems.push('has too long a requestid')
  if (path.endsWith('/query')) problems.push(...problemsOfQuery(asked.get('query')))
  if (path.endsWith('/cdc')) {
    const since = asked.get('changedSince') ?? ''
    problems.push(
      ...unless(!Number.isNaN(Date.parse(since)), `asks for changes since “${since}”, which is no time`),
    )
    problems.push(...unless(asked.get('entities') !== null, 'asks for changes of nothing'))
  }
  if (batch) {
    const queries = itemsOf(body).flatMap(({ Query }) => (typeof Query === 'string' ? [Query] : []))
    problems.push(...queries.flatMap(problemsOfQuery))
    problems.push(...unless(itemsOf(body).length <= MOST_ITEMS, `holds more than ${MOST_ITEMS} items`))
    const ids = itemsOf(body).map(({ bId }) => bId)
    problems.push(...unless(new Set(ids).size === ids.length, 'gives two items the same bId'))
  }
  return problems
}

/** Uploads are found by their name before they are tried again; queries change nothing. */
function writes(method: string, path: string, body: unknown): boolean {
  if (method !== 'POST' || path.endsWith('/upload') || path.endsWith('/query')) return false
  return !path.endsWith('/batch') || itemsOf(body).some(item => item.operation !== undefined)
}

function problemsOfQuery(query: string | null): string[] {
  if (query === null) return ['queries nothing']
  const words = query.replace(/'(?:\\.|[^'\\])*'/g, "''")
  const most = Number(/\bMAXRESULTS (\d+)/i.exec(words)?.[1] ?? Number.POSITIVE_INFINITY)
  return [
    ...unless(!/\bOR\b/i.test(words), `uses OR, which the query language lacks: “${query}”`),
    ...unless(
      most <= MOST_OBJECTS,
      `asks for more than ${MOST_OBJECTS} objects, or for a hundred by not saying: “${query}”`,
    ),
    ...unless(!words.replaceAll("''", '').includes("'"), `leaves a quotation mark open: “${query}”`),
  ]
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem]
}

/** The items of a batch. */
export function itemsOf(body: unknown): Record<string, unknown>[] {
  const items =
    typeof body === 'object' && body !== null && 'BatchItemRequest' in body ? body.BatchItemRequest : []
  return Array.isArray(items) ? items : []
}
