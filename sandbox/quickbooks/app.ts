import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { apiRoutes } from './api/routes.ts'
import type { Books } from './books/books.ts'
import { controlRoutes } from './control/routes.ts'
import { ledgerAddresses } from './ledger-page/addresses.ts'
import { ledgerPageRoutes } from './ledger-page/routes.ts'
import { oauthRoutes } from './oauth/routes.ts'
import { createState, type SandboxEnv, type SandboxOptions } from './sandbox.ts'

/**
 * A ledger compatible with QuickBooks Online. It answers whole addresses under `origin` as well as paths from
 * which the origin's own path was taken off already, so that it can be mounted either way. `_control` and
 * `ledger` lie under the same path as the rest.
 */
export function createQuickbooksSandbox(options: SandboxOptions): { app: Hono<SandboxEnv>; books: Books } {
  const sandbox = createState(options)
  const { base } = sandbox
  const app = new Hono<SandboxEnv>({
    getPath: request => {
      const path = getPath(request)
      return base !== '' && (path === base || path.startsWith(`${base}/`))
        ? path.slice(base.length) || '/'
        : path
    },
  })
  app.route('/', oauthRoutes(sandbox))
  app.route('/v3/company', apiRoutes(sandbox))
  app.route('/_control', controlRoutes(sandbox))
  app.route('/ledger', ledgerPageRoutes(sandbox))
  app.route('/app', ledgerAddresses(sandbox))
  return { app, books: sandbox.books }
}
