import type { FailureEntry } from '../failure.ts'

/** Failures of the connection, not of an invoice: one incident, the exports wait. */
export const connectionEntries: readonly FailureEntry[] = [
  {
    code: 'connection-lost',
    ledger: 'any',
    matches:
      /invalid_grant|refresh token.*(out of date|expired)|AuthenticationUnsuccessful|TokenExpired|disconnected/i,
    who: 'admin',
    fixes: ['reconnect'],
    retryable: true,
    source: 'facts/errors.md #14',
  },
  {
    code: 'rate-limit',
    ledger: 'any',
    matches: /rate limit|too many requests|ThrottleExceeded|003001/i,
    who: 'anyone',
    fixes: [],
    retryable: true,
    source: 'facts/errors.md #15',
  },
]
