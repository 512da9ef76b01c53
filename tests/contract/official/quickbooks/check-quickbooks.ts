import type { Finding } from '../findings.ts'
import type { Exchange } from '../recording/exchange.ts'
import { isOurs } from '../recording/recordings.ts'
import { problemsOfAnswer } from './check-answer.ts'
import { problemsOfRequest } from './check-request.ts'
import { problemsOfTokenAnswer, problemsOfTokenRequest } from './check-tokens.ts'
import type { IntuitSchemas } from './intuit-schemas.ts'

/**
 * What is wrong with an exchange by Intuit's schemas and our own rules beside them: with every answer of the
 * sandbox, and with every request of our server.
 */
export function checkQuickbooks(schemas: IntuitSchemas, exchange: Exchange): Finding[] {
  const operation = /^\/v3\/company\/[^/]+\/([^/]+)/.exec(exchange.path)?.[1]
  const ofRequest = () =>
    operation === undefined
      ? problemsOfTokenRequest(exchange)
      : problemsOfRequest(schemas, exchange, operation)
  const ofAnswer = () =>
    operation === undefined ? problemsOfTokenAnswer(exchange) : problemsOfAnswer(schemas, exchange)
  return [
    ...(isOurs(exchange) ? ofRequest() : []).map(problem => ({
      exchange,
      side: 'request' as const,
      problem,
    })),
    ...ofAnswer().map(problem => ({ exchange, side: 'answer' as const, problem })),
  ]
}
