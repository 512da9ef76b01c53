import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { Logger } from 'pino'
import { FILE_BYTES } from '#lib/api/files.ts'
import type { Session } from '#lib/api/session.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { ChangesBell } from '../exports/changes-bell.ts'
import type { Jobs } from '../exports/jobs.ts'
import type { Sealer } from '../identity/sealing.ts'
import { readSession } from '../identity/session.ts'
import type { Signer } from '../identity/signing.ts'
import { type Ledger, LedgerTrouble } from '../ledger/port.ts'
import { appPages } from './app-pages.ts'
import { billRoutes } from './bill-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { connectionRoutes } from './connection-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { openApi } from './open-api.ts'
import { answerProblem, Refusal } from './problem.ts'
import { profileRoutes } from './profile-routes.ts'
import { sessionRoutes, signInRoutes } from './session-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

/** All that the routes stand on. */
export interface Services {
  config: Config
  database: Database
  sealer: Sealer
  signer: Signer
  jobs: Jobs
  bell: ChangesBell
  log: Logger
  /** @throws LedgerTrouble */
  ledgerOf(connectionId: string): Promise<Ledger>
}

/** What a signed-in request carries. */
export interface Signed {
  Variables: { workspace: string; session: Session; token: string }
}

const LIMIT = 4 * 1024 * 1024

/** The HTTP surface. Every answer that is not as asked for is a ProblemBody. */
export function createHttp(services: Services) {
  const app = new Hono<{ Variables: { requestId: string } }>()
  app.use(async (context, next) => {
    const id = randomUUID()
    const started = performance.now()
    context.set('requestId', id)
    context.header('X-Request-Id', id)
    await next()
    // Without its query: that of a callback holds a code.
    const { method, path } = context.req
    services.log.info(
      { id, method, path, status: context.res.status, ms: Math.round(performance.now() - started) },
      'request',
    )
  })
  app.use(
    cors({
      origin: origin => (/^(chrome|moz)-extension:\/\//.test(origin) ? origin : null),
      allowHeaders: ['Authorization', 'Content-Type'],
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      exposeHeaders: ['Retry-After', 'X-Request-Id'],
      maxAge: 600,
    }),
  )
  const [small, file] = [atMost(LIMIT), atMost(FILE_BYTES)]
  app.use((context, next) => (context.req.path === '/v1/exports/file' ? file : small)(context, next))
  app.onError((error, context) => {
    if (error instanceof Refusal) return answerProblem(context, error.problem)
    if (error instanceof LedgerTrouble) return answerProblem(context, troubleProblem(error))
    services.log.error({ err: error, id: context.get('requestId') }, 'failed')
    return answerProblem(context, {
      code: 'internal',
      message: 'Something went wrong on our side; it was noted.',
    })
  })
  app.notFound(context =>
    answerProblem(context, { code: 'not-found', message: 'There is nothing at this address.' }),
  )
  app.get('/healthz', async context => {
    try {
      await services.database.query('SELECT 1')
      return context.json({ ok: true })
    } catch (error) {
      services.log.error({ err: error }, 'the database does not answer')
      return context.json({ ok: false }, 503)
    }
  })
  app.get('/v1/openapi.json', context => context.json(openApi(services.config.publicUrl)))
  app.get('/go/:outlet/:invoice', context => context.redirect(services.config.foodrazorUrl))
  app.route('/', appPages())
  app.route('/v1', webhookRoutes(services))
  app.route('/v1', signInRoutes(services))
  app.route('/v1', signedIn(services))
  return app
}

function signedIn(services: Services): Hono<Signed> {
  const app = new Hono<Signed>()
  app.use(async (context, next) => {
    const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
    const known = token === undefined ? null : await readSession(services.database, token)
    if (token === undefined || known === null) throw new Refusal('not-signed-in', 'Sign in first.')
    context.set('workspace', known.workspace)
    context.set('session', known.session)
    context.set('token', token)
    await next()
  })
  app.route('/', sessionRoutes(services))
  app.route('/', connectionRoutes(services))
  app.route('/', exportRoutes(services))
  app.route('/', fileRoutes(services))
  app.route('/', billRoutes(services))
  app.route('/', changeRoutes(services))
  app.route('/', profileRoutes(services))
  return app
}

function atMost(bytes: number) {
  const message = `The request is larger than ${bytes / 1024 / 1024} MB.`
  return bodyLimit({
    maxSize: bytes,
    onError: context => answerProblem(context, { code: 'too-large', message }),
  })
}

function troubleProblem(trouble: LedgerTrouble) {
  switch (trouble.kind) {
    case 'connection-lost':
      return {
        code: 'connection-lost' as const,
        message: 'The connection to the ledger has ended. Reconnect it.',
      }
    case 'rate-limit': {
      const seconds = trouble.until
        ? Math.max(1, Math.ceil((Date.parse(trouble.until) - Date.now()) / 1000))
        : 5
      return {
        code: 'rate-limit' as const,
        message: 'The ledger asked us to slow down.',
        retryAfterSeconds: seconds,
      }
    }
    default:
      return { code: 'ledger-unreachable' as const, message: 'The ledger cannot be reached at the moment.' }
  }
}
