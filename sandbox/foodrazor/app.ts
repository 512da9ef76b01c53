import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { SandboxData } from '#sandbox/data/sandbox-data.ts'
import { acceptEveryBill, type PostBill } from './bill.ts'
import { createIntegration, type Integration } from './integration.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { invoiceRoutes } from './routes/invoices.ts'
import { outletRoutes } from './routes/outlets.ts'
import { refusal } from './routes/refusal.ts'
import { createSessions } from './session.ts'
import { createStore, type Store } from './store.ts'

export interface FoodrazorOptions {
  data: SandboxData
  /** The folder of the built single-page app (build.ts). */
  assets: string
  /** How the app's own integration reaches the ledger; without it every bill is taken and goes nowhere. */
  postBill?: PostBill
  clock?: () => Date
}

export interface Foodrazor {
  app: Hono
  store: Store
  /** Call once at start if a ledger is there: its bills of earlier exports are made, and linked. */
  postEarlierExports: Integration['postEarlierExports']
}

const pages = ['/', '/invoices', '/invoices/:id', '/catalog/*', '/settings/*']

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Makes the look-alike: its pages, its JSON API under /api/v1, its state. README.md lists the routes. */
export function createFoodrazor(options: FoodrazorOptions): Foodrazor {
  const store = createStore(options.data, options.clock ?? (() => new Date()))
  const integration = createIntegration(store, options.postBill ?? acceptEveryBill)
  const sessions = createSessions()
  const app = new Hono()

  const api = new Hono()
  api.use('*', sessions.required)
  api.use('*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  api.get('/session', c => c.json({ user: store.user, group: store.group }))
  api.route('/invoices', invoiceRoutes(store, integration))
  api.route('/outlets', outletRoutes(store, integration))
  api.route('/', catalogueRoutes(store, integration))
  api.all('*', () => {
    throw refusal(404, 'NOT_FOUND', 'There is nothing at this address')
  })
  app.route('/api/v1', api)

  for (const page of pages) {
    app.get(page, async c => {
      sessions.begin(c)
      c.header('Cache-Control', 'no-store')
      return c.html(await readFile(join(options.assets, 'index.html'), 'utf8'))
    })
  }
  app.get('/assets/*', async c => {
    const file = join(options.assets, normalize(c.req.path))
    const type = types[extname(file)]
    const content = type ? await readIfThere(file) : undefined
    if (!type || !content) return c.notFound()
    return c.body(content, 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })

  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    console.error(error)
    return c.json({ error: { code: 'INTERNAL', message: 'Something went wrong on our side.' } }, 500)
  })
  return { app, store, postEarlierExports: integration.postEarlierExports }
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
