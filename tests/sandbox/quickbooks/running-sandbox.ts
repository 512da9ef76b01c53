import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createQuickbooksSandbox } from '#sandbox/quickbooks/app.ts'
import type { Books } from '#sandbox/quickbooks/books/books.ts'
import type { Company } from '#sandbox/quickbooks/books/company.ts'
import type { SandboxOptions } from '#sandbox/quickbooks/sandbox.ts'
import { type SeedOptions, seedCompanies } from '#sandbox/quickbooks/seed.ts'
import { recorded } from '#tests/contract/official/recording/recorded.ts'

/** A clock that stands still until it is moved. */
export type HandClock = { now: Date; forward(minutes: number): void }

export type RunningSandbox = {
  /** The address that the sandbox lies under, path included. */
  origin: string
  books: Books
  clock: HandClock
  company(name: string): Company
  control(method: string, path: string, body?: unknown): Promise<Response>
  close(): Promise<void>
}

/** A sandbox behind a real server on a port of its own, under the path that the launcher gives it. */
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
  const origin = `http://localhost:${(server.address() as AddressInfo).port}/quickbooks`
  const { suppliers = usualSuppliers, inactive = [], ...rest } = options
  const { app, books } = createQuickbooksSandbox({
    origin,
    companies: seedCompanies({ suppliers, inactive }),
    clock: () => clock.now,
    limits: { second: 1000, minute: 1000 },
    ...rest,
  })
  server.on('request', getRequestListener(recorded('quickbooks', app.fetch)))
  return {
    origin,
    books,
    clock,
    company: name => found(books.companies.find(one => one.name.startsWith(name))),
    control: (method, path, body) =>
      fetch(`${origin}/_control${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: () => closed(server),
  }
}

/** The vendors of every company, unless a test names others; the second is one of Norway in the Dutch company. */
const usualSuppliers: NonNullable<SeedOptions['suppliers']> = company => [
  'Green Acre Produce',
  company.startsWith('Canal') ? { name: 'Nordfisk AS', currency: 'NOK' } : 'Blue Pier Fish',
]

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close(error => (error ? reject(error) : resolve())))
}

/** The thing itself where it must be there; a test that looks for nothing fails here. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('Expected something to be there')
  return value
}
