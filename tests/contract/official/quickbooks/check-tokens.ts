import { z } from 'zod'
import { readJson } from '../json.ts'
import type { Exchange } from '../recording/exchange.ts'

const hidden = z.literal('hidden')

/** OAuth 2 is not in Intuit's schemas; these are its fields as Intuit's guide names them. */
const TokenRequest = z.discriminatedUnion('grant_type', [
  z.strictObject({ grant_type: z.literal('authorization_code'), code: hidden, redirect_uri: z.url() }),
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: hidden }),
])
const RevocationRequest = z.strictObject({ token: hidden })

const Granted = z.strictObject({
  token_type: z.literal('bearer'),
  access_token: hidden,
  expires_in: z.number().int().positive(),
  refresh_token: hidden,
  x_refresh_token_expires_in: z.number().int().positive(),
  id_token: hidden.optional(),
})
const Refused = z.strictObject({ error: z.string().min(1), error_description: z.string().optional() })

const isRevocation = ({ path }: Exchange) => path.endsWith('/revoke')

/** What is wrong with a request for tokens, or to revoke one. */
export function problemsOfTokenRequest(exchange: Exchange): string[] {
  const { request } = exchange
  const basic = request.headers.authorization?.startsWith('Basic ') === true
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const body = isForm ? Object.fromEntries(new URLSearchParams(request.body)) : readJson(request.body)
  const read = (isRevocation(exchange) ? RevocationRequest : TokenRequest).safeParse(body)
  return [
    ...(basic ? [] : ['it does not say which app asks']),
    ...(request.headers.accept === 'application/json' ? [] : ['it does not ask for JSON']),
    ...(read.success ? [] : [z.prettifyError(read.error)]),
  ]
}

/** What is wrong with the answer to one. */
export function problemsOfTokenAnswer(exchange: Exchange): string[] {
  const { answer } = exchange
  if (answer === null || answer.status >= 500) return []
  if (isRevocation(exchange) && answer.status === 200) return []
  const read = (answer.status === 200 ? Granted : Refused).safeParse(readJson(answer.body))
  return read.success ? [] : [z.prettifyError(read.error)]
}
