import { z } from 'zod'
import { readJson } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { Interface } from './xero-contracts.ts'

const hidden = z.literal('hidden')
/** Beside the header: an app may say in the body who it is (RFC 6749, 2.3.1). */
const app = { client_id: z.string().min(1).optional(), client_secret: hidden.optional() }

/** The contract has the refresh alone; the rest are the fields of OAuth 2 as Xero's guide names them. */
const TokenRequest = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: hidden,
    redirect_uri: z.url(),
    ...app,
  }),
  // The contract refuses what it does not know.
  z.looseObject({ grant_type: z.literal('refresh_token'), refresh_token: hidden, ...app }),
])
const RevocationRequest = z.strictObject({ token: hidden, ...app })

/** Without `refresh_token` where no person gave consent. */
const Granted = z.looseObject({
  access_token: hidden,
  token_type: z.literal('Bearer'),
  expires_in: z.number().int().positive(),
})
const Refused = z.strictObject({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'invalid_scope',
    'unauthorized_client',
    'unsupported_grant_type',
  ]),
  error_description: z.string().optional(),
})

const FORM = 'application/x-www-form-urlencoded'
const refresh = { $ref: '#/components/schemas/RefreshToken' }
const granted = { $ref: '#/components/schemas/AccessToken' }

const isRevocation = ({ path }: Exchange) => path.endsWith('/revocation')

/** What is wrong with a request for tokens, or to revoke one. */
export function problemsOfTokenRequest({ request: judge }: Interface, exchange: Exchange): string[] {
  const { body, headers } = exchange.request
  if (!headers['content-type']?.startsWith(FORM)) return ['it is no form']
  const form = Object.fromEntries(new URLSearchParams(body))
  const read = (isRevocation(exchange) ? RevocationRequest : TokenRequest).safeParse(form)
  const tellsApp = headers.authorization?.startsWith('Basic ') === true || 'client_secret' in form
  return [
    ...(tellsApp ? [] : ['it does not say which app asks']),
    ...(read.success ? [] : [z.prettifyError(read.error)]),
    ...(form.grant_type === 'refresh_token' ? judge(refresh, form) : []),
  ]
}

/** What is wrong with the answer to one. */
export function problemsOfTokenAnswer({ answer: judge }: Interface, exchange: Exchange): string[] {
  const { answer } = exchange
  if (answer === null || answer.status >= 500) return []
  if (answer.status === 200 && isRevocation(exchange)) return []
  const body = readJson(answer.body)
  const read = (answer.status === 200 ? Granted : Refused).safeParse(body)
  return [
    ...(read.success ? [] : [z.prettifyError(read.error)]),
    ...(answer.status === 200 ? judge(granted, body) : []),
  ]
}
