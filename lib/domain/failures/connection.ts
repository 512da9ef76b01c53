import type { FailureEntry } from '../failure.ts'

/** Failures of the connection, not of an invoice: one incident, the exports wait. */
export const connectionEntries: readonly FailureEntry[] = [
  {
    code: 'connection-lost',
    ledger: 'any',
    matches:
      /invalid_grant|refresh token.*(out of date|expired)|AuthenticationUnsuccessful|TokenExpired|disconnected/i,
    title: 'The connection to the ledger was lost',
    says: 'The consent that lets us post bills has ended. Reconnect once; everything that waits goes on by itself.',
    who: 'admin',
    fixes: ['reconnect'],
    retryable: true,
    source: 'facts/errors.md #14',
  },
  {
    code: 'rate-limit',
    ledger: 'any',
    matches: /rate limit|too many requests|ThrottleExceeded|003001/i,
    title: 'The ledger asked us to slow down',
    says: 'It allows a limited number of calls. The export goes on by itself as soon as it may.',
    who: 'anyone',
    fixes: [],
    retryable: true,
    source: 'facts/errors.md #15',
  },
]
