import type { MiddlewareHandler } from 'hono'
import { bearerOf } from '../oauth/bearer.ts'
import { wantsAccounting } from '../oauth/scopes.ts'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { gatewayRefusal } from './gateway.ts'

/** Lets a call in whose token is valid and was given for the company of the path. */
export function authentication(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const bearer = bearerOf(sandbox, c)
    if ('refusal' in bearer) return bearer.refusal
    const { grant } = bearer
    if (!wantsAccounting(grant.scopes)) return gatewayRefusal(c, sandbox.clock(), 'noScope')
    const company = sandbox.books.company(c.req.param('realm') ?? '')
    if (!company || grant.realmId !== company.realmId) {
      return gatewayRefusal(c, sandbox.clock(), 'otherCompany')
    }
    c.set('grant', grant)
    c.set('company', company)
    if (company.access === 'none') throw refuse.noAccess()
    await next()
  }
}
