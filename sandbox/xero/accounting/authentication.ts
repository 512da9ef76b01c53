import type { MiddlewareHandler } from 'hono'
import { bearerOf, gatewayRefusal } from '../oauth/bearer.ts'
import { permits } from '../oauth/scopes.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'

/** Which scope an endpoint asks for, by the first part of its path. */
const areas: Record<string, string> = {
  Invoices: 'invoices',
  CreditNotes: 'invoices',
  Contacts: 'contacts',
  Organisation: 'settings',
  Accounts: 'settings',
  TaxRates: 'settings',
  TrackingCategories: 'settings',
  Currencies: 'settings',
}

/** Lets a call in whose token is valid, connected to the organisation of `xero-tenant-id`, and allowed to do it. */
export function authentication(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const bearer = bearerOf(sandbox, c)
    if ('refusal' in bearer) return bearer.refusal
    const { grant } = bearer
    const tenantId = c.req.header('xero-tenant-id')?.toLowerCase()
    const connected = sandbox.consents
      .connections(grant.clientId, grant.user.id)
      .some(connection => connection.tenantId === tenantId)
    const organisation = tenantId === undefined ? undefined : sandbox.books.organisation(tenantId)
    if (!connected || !organisation) return gatewayRefusal(c, 403, 'AuthenticationUnsuccessful')
    const parts = c.req.path.slice('/api.xro/2.0/'.length).split('/')
    const area = parts[2] === 'Attachments' ? 'attachments' : areas[parts[0] ?? '']
    if (area !== undefined && !permits(grant.scopes, area, c.req.method !== 'GET')) {
      return gatewayRefusal(c, 401, 'AuthorizationUnsuccessful')
    }
    c.set('grant', grant)
    c.set('organisation', organisation)
    await next()
  }
}
