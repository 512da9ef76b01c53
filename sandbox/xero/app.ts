import { Hono } from 'hono'
import { accountingRoutes } from './accounting/routes.ts'
import type { Books } from './books/books.ts'
import { controlRoutes } from './control/routes.ts'
import { ledgerAddresses } from './ledger-page/addresses.ts'
import { ledgerPageRoutes } from './ledger-page/routes.ts'
import { oauthRoutes } from './oauth/routes.ts'
import { createState, type SandboxEnv, type SandboxOptions } from './sandbox.ts'

/**
 * A Xero-compatible ledger. It owns the paths `/identity`, `/connect`, `/connections`, `/.well-known`,
 * `/api.xro/2.0`, `/_control`, `/ledger` and `/AccountsPayable`; the rest of the port is the launcher's.
 */
export function createXeroSandbox(options: SandboxOptions): { app: Hono<SandboxEnv>; books: Books } {
  const sandbox = createState(options)
  const app = new Hono<SandboxEnv>()
  app.route('/', oauthRoutes(sandbox))
  app.route('/api.xro/2.0', accountingRoutes(sandbox))
  app.route('/_control', controlRoutes(sandbox))
  app.route('/ledger', ledgerPageRoutes(sandbox))
  app.route('/AccountsPayable', ledgerAddresses(sandbox))
  return { app, books: sandbox.books }
}
