import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { seed } from '#sandbox/data/seed.ts'
import { createFoodrazor, type Foodrazor, type FoodrazorOptions } from '#sandbox/foodrazor/app.ts'

/** A look-alike on a port of its own, with a browser's session. */
export interface Running extends Foodrazor {
  origin: string
  cookie: string
  /** Calls the JSON API; gives the status and the parsed answer. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; answer: unknown }>
  stop(): Promise<void>
}

/** Starts the look-alike over HTTP with the seed of a fixed day and a one-line page. */
export async function run(options: Partial<FoodrazorOptions> = {}): Promise<Running> {
  const assets = await mkdtemp(join(tmpdir(), 'foodrazor-'))
  await writeFile(join(assets, 'index.html'), '<!doctype html><title>App</title>')
  const foodrazor = createFoodrazor({ data: seed({ today: '2026-11-23' }), assets, ...options })
  const server = serve({ fetch: foodrazor.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const page = await fetch(`${origin}/invoices`)
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    ...foodrazor,
    origin,
    cookie,
    call: async (method, path, body) => {
      const init = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await fetch(`${origin}/api/v1${path}`, { method, headers: { cookie }, ...init })
      return { status: response.status, answer: await response.json() }
    },
    stop: async () => {
      await new Promise(resolve => server.close(resolve))
      await rm(assets, { recursive: true })
    },
  }
}
