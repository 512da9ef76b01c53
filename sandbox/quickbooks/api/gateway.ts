import type { Context } from 'hono'
import type { SandboxEnv } from '../sandbox.ts'

type Refusal = { status: 401 | 403 | 429; code: string; message: string; detail: string; type: string }

/** What the gateway before the ledger says no to; it writes its faults in lower case. */
const refusals = {
  noToken: authentication('AuthenticationFailed', '003200', 'Missing header Authorization'),
  tokenExpired: authentication('AuthenticationFailed', '003200', 'Token expired: the access token'),
  tokenMalformed: authentication('AuthenticationFailed', '003200', 'Malformed bearer token: unknown'),
  tokenRevoked: authentication('AuthenticationFailed', '003200', 'Token revoked: the access token'),
  otherCompany: authorisation('ApplicationAuthorizationFailed', '003100', ''),
  noScope: authorisation('ApplicationAuthorizationFailed', '003100', 'insufficient scope'),
  throttled: {
    status: 429,
    code: '3001',
    message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
    detail: 'The request limit was reached.',
    type: 'SERVICE',
  },
} satisfies Record<string, Refusal>

function authentication(name: string, errorCode: string, detail: string): Refusal {
  const message = `message=${name}; errorCode=${errorCode}; statusCode=401`
  return { status: 401, code: errorCode.replace(/^0+/, ''), message, detail, type: 'AUTHENTICATION' }
}

function authorisation(name: string, errorCode: string, detail: string): Refusal {
  const message = `message=${name}; errorCode=${errorCode}; statusCode=403`
  return { status: 403, code: errorCode.replace(/^0+/, ''), message, detail, type: 'SERVICE' }
}

/** A refusal before any business, in the shape of the gateway; `time` is in milliseconds. */
export function gatewayRefusal(c: Context<SandboxEnv>, now: Date, which: keyof typeof refusals): Response {
  const { status, code, message, detail, type } = refusals[which]
  return c.json(
    {
      warnings: null,
      intuitObject: null,
      fault: { error: [{ message, detail, code, element: null }], type },
      report: null,
      queryResponse: null,
      batchItemResponse: [],
      attachableResponse: [],
      syncErrorResponse: null,
      requestId: null,
      time: now.getTime(),
      status: null,
      cdcresponse: [],
    },
    status,
  )
}
