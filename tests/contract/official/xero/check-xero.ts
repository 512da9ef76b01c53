import type { Finding } from '../findings.ts'
import type { Exchange } from '../recording/exchange.ts'
import { isOurs } from '../recording/recordings.ts'
import { problemsOfAnswer } from './check-answer.ts'
import { problemsOfRequest } from './check-request.ts'
import { problemsOfTokenAnswer, problemsOfTokenRequest } from './check-tokens.ts'
import type { XeroContracts } from './xero-contracts.ts'

/** Where tokens are given out and taken back. */
export function isToken({ path }: Exchange): boolean {
  return path.startsWith('/connect/')
}

/** Whether an exchange is about the books, rather than about who may see them. */
export function isAccounting({ path }: Exchange): boolean {
  return path.startsWith('/api.xro/')
}

/**
 * What is wrong with an exchange by Xero's contracts and our own rules beside them: with every answer of the
 * sandbox, and with every request of our server.
 */
export function checkXero({ accounting, identity }: XeroContracts, exchange: Exchange): Finding[] {
  const side = isAccounting(exchange) ? accounting : identity
  const ofRequest = () =>
    isToken(exchange) ? problemsOfTokenRequest(side, exchange) : problemsOfRequest(side, exchange)
  const ofAnswer = () =>
    isToken(exchange) ? problemsOfTokenAnswer(side, exchange) : problemsOfAnswer(side, exchange)
  return [
    ...(isOurs(exchange) ? ofRequest() : []).map(problem => ({
      exchange,
      side: 'request' as const,
      problem,
    })),
    ...ofAnswer().map(problem => ({ exchange, side: 'answer' as const, problem })),
  ]
}
