import type { Context } from 'hono'
import { gatewayRefusal } from '../api/gateway.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import type { Grant } from './tokens.ts'

/** Whose request this is by its bearer token, or the refusal to send. */
export function bearerOf(sandbox: Sandbox, c: Context<SandboxEnv>): { grant: Grant } | { refusal: Response } {
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return { refusal: gatewayRefusal(c, sandbox.clock(), 'noToken') }
  const check = sandbox.tokens.check(token)
  switch (check) {
    case 'expired':
      return { refusal: gatewayRefusal(c, sandbox.clock(), 'tokenExpired') }
    case 'unknown':
      return { refusal: gatewayRefusal(c, sandbox.clock(), 'tokenMalformed') }
    case 'revoked':
      return { refusal: gatewayRefusal(c, sandbox.clock(), 'tokenRevoked') }
    default:
      return check
  }
}
