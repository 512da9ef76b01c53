import type { Context } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import type { Grant } from './tokens.ts'

/** A refusal before any business: the shape in which the API's gateway says no. */
export function gatewayRefusal(
  c: Context<SandboxEnv>,
  status: 401 | 403,
  detail: string,
  instance: string = crypto.randomUUID(),
): Response {
  const title = status === 401 ? 'Unauthorized' : 'Forbidden'
  return c.json(
    { Type: null, Title: title, Status: status, Detail: detail, Instance: instance, Extensions: {} },
    status,
  )
}

/** Whose request this is by its bearer token, or the refusal to send. */
export function bearerOf(sandbox: Sandbox, c: Context<SandboxEnv>): { grant: Grant } | { refusal: Response } {
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const check = token === undefined ? 'unknown' : sandbox.tokens.check(token)
  switch (check) {
    case 'unknown':
    case 'revoked':
      return { refusal: gatewayRefusal(c, 401, 'AuthenticationUnsuccessful') }
    case 'expired':
      return { refusal: gatewayRefusal(c, 401, 'TokenExpired: token expired') }
    default:
      return check
  }
}
