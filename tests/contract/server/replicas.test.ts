import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { type PostgresCluster, postgresAtHand, startPostgres } from './postgres-cluster.ts'
import { callAt, environmentOn, type SignedInServer, settled, signedInServer } from './signed-in-server.ts'

const atHand = postgresAtHand()
const SECRET_KEY = 'one secret for all replicas, of some length'

describe.skipIf(atHand === null)('two servers on one PostgreSQL', () => {
  let cluster: PostgresCluster
  let at: SignedInServer
  let other: RunningServer
  let directory: string
  beforeAll(async () => {
    if (!atHand) throw new Error('There is no PostgreSQL')
    cluster = await startPostgres(atHand)
    const shared = { DATABASE_URL: await cluster.database(), SECRET_KEY }
    at = await signedInServer({ environment: shared })
    directory = await mkdtemp(join(tmpdir(), 'clearcloud-replica-'))
    const environment = { ...environmentOn(at.sandbox, directory), ...shared }
    other = await startServer(readConfig(environment), pino({ level: 'silent' }))
    await at.sandbox.control('PATCH', '/limits', { minute: 10_000 })
  }, 60_000)
  afterAll(async () => {
    await other?.close()
    await at?.close()
    await cluster?.close()
    if (directory) await rm(directory, { recursive: true, force: true })
  })

  const there = (method: string, path: string, body?: unknown) =>
    callAt(other.url, at.granted.token, method, path, body)
  const refreshes = async () => {
    const answer = await at.sandbox.control('GET', '/state')
    const { calls } = (await answer.json()) as {
      calls: { byEndpoint: { endpoint: string; calls: number }[] }
    }
    return calls.byEndpoint.find(({ endpoint }) => endpoint === 'POST /connect/token')?.calls ?? 0
  }

  it('export each invoice once, whichever is asked, and both tell of it', async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => `A-${index}`)
    const part = (from: number) =>
      numbers.slice(from, from + 40).map(number => anExportRequest(at.connection, number))
    await Promise.all([
      at.send(part(0)),
      there('POST', '/v1/exports', { exports: part(40) }),
      at.send(part(80)),
      there('POST', '/v1/exports', { exports: part(0) }),
    ])
    const progress = await settled(there, numbers)
    expect(progress.map(({ state }) => state)).toEqual(numbers.map(() => 'posted'))
    const standing = await Promise.all(numbers.map(number => at.bills(number)))
    expect(standing.map(bills => bills.length)).toEqual(numbers.map(() => 1))
  }, 60_000)

  it('refresh an ended token once between them', async () => {
    await at.sandbox.control('POST', '/expire-tokens')
    const before = await refreshes()
    const path = `/v1/connections/${at.connection}/lists?fresh=1`
    await Promise.all([at.call('GET', path), there('GET', path), at.call('GET', path), there('GET', path)])
    expect((await refreshes()) - before).toBe(1)
  }, 60_000)
})
