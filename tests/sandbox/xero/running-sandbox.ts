import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createXeroSandbox } from '#sandbox/xero/app.ts'
import type { Books } from '#sandbox/xero/books/books.ts'
import type { Organisation } from '#sandbox/xero/books/organisation.ts'
import type { SandboxOptions } from '#sandbox/xero/sandbox.ts'
import { type SeedOptions, seedOrganisations } from '#sandbox/xero/seed.ts'
import { recorded } from '#tests/contract/official/recording/recorded.ts'

export const ALL_SCOPES =
  'openid profile email offline_access accounting.invoices accounting.contacts accounting.settings.read accounting.attachments'

export const REDIRECT = 'http://localhost:9/callback'

/** A clock that stands still until it is moved. */
export type HandClock = { now: Date; forward(minutes: number): void }

export type RunningSandbox = {
  origin: string
  books: Books
  clock: HandClock
  organisation(name: string): Organisation
  control(method: string, path: string, body?: unknown): Promise<Response>
  close(): Promise<void>
}

/** A sandbox behind a real server on a port of its own. */
export async function runSandbox(
  options: Partial<SandboxOptions> & SeedOptions = {},
): Promise<RunningSandbox> {
  const clock: HandClock = {
    now: new Date('2026-03-10T09:00:00.000Z'),
    forward: minutes => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    },
  }
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const { suppliers = ['Green Acre Produce', 'Blue Pier Fish'], archived = [], ...rest } = options
  const { app, books } = createXeroSandbox({
    origin,
    organisations: seedOrganisations({ suppliers, archived }),
    clock: () => clock.now,
    ...rest,
  })
  server.on('request', getRequestListener(recorded('xero', app.fetch)))
  return {
    origin,
    books,
    clock,
    organisation: name => found(books.organisations.find(one => one.name.startsWith(name))),
    control: (method, path, body) =>
      fetch(`${origin}/_control${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: () => closed(server),
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close(error => (error ? reject(error) : resolve())))
}

/** The thing itself where it must be there; a test that looks for nothing fails here. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('Expected something to be there')
  return value
}
