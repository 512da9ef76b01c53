import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Logger } from 'pino'
import { addMilliseconds, type Instant, systemClock } from '#lib/domain/instant.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { holdDirectory } from './database/hold-directory.ts'
import { migrate } from './database/migrate.ts'
import { createBackOff } from './exports/back-off.ts'
import { billLink } from './exports/bill-link.ts'
import { createChangesBell } from './exports/changes-bell.ts'
import { type DrainContext, drain } from './exports/drain.ts'
import { type Jobs, startJobs } from './exports/jobs.ts'
import { createHttp } from './http/app.ts'
import { createSealer, secretFromFile } from './identity/sealing.ts'
import { createConnections } from './ledger/connections.ts'
import { createLog } from './log.ts'

export interface RunningServer {
  url: string
  close(): Promise<void>
}

/**
 * Opens the database, brings it up to date, takes up what an earlier run left, and listens.
 * @throws where one of these fails, after ending what had been begun
 */
export async function startServer(
  config: Config,
  log: Logger = createLog(config.logLevel),
): Promise<RunningServer> {
  const undo: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    return { url: await start(config, log, undo), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Gives the address; what is to be ended again, last first, goes into `undo`. */
async function start(config: Config, log: Logger, undo: (() => Promise<unknown>)[]): Promise<string> {
  const database = await open(config, log, undo)
  await migrate(database)
  const sealer = createSealer(config.secretKey ?? (await secretFromFile(config.dataDir)))
  const source = { database, sealer, configs: config }
  const connections = createConnections(source)
  const bell = createChangesBell()
  const stopping = new AbortController()
  const context: DrainContext = {
    database,
    clock: systemClock,
    backOff: createBackOff(),
    ledgerOf: id => connections.open(id, true),
    linkOf: (outlet, invoice) => billLink(config.publicUrl, outlet, invoice),
    changed: workspace => bell.ring(workspace),
    lost: id => connections.lost(id),
    stopping: stopping.signal,
  }
  const jobs = await startJobs(
    database.queue,
    id => drainAndLog(context, id, log),
    error => log.error({ err: error }, 'queue'),
  )
  undo.push(() => jobs.stop())
  await wakeWhatWaits(database, jobs)
  const ledgerOf = (id: string) => connections.open(id, false)
  const app = createHttp({ config, database, sealer, jobs, bell, log, ledgerOf })
  const listening = await new Promise<ReturnType<typeof serve>>((done, failed) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => done(server))
    server.once('error', failed)
  })
  undo.push(async () => {
    stopping.abort()
    const closed = new Promise(done => listening.close(done))
    if ('closeAllConnections' in listening) listening.closeAllConnections()
    await closed
  })
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const url = `http://localhost:${port}`
  log.info({ url }, 'listening')
  return url
}

/** A drain's own mistake is logged, and tried again later: nobody else would come back for the exports. */
async function drainAndLog(context: DrainContext, connection: string, log: Logger): Promise<Instant | null> {
  try {
    return await drain(context, connection)
  } catch (error) {
    if (context.stopping.aborted) return null
    log.error({ err: error, connection }, 'drain failed')
    return addMilliseconds(context.clock(), context.backOff.failed(connection))
  }
}

async function open(config: Config, log: Logger, undo: (() => Promise<unknown>)[]): Promise<Database> {
  if (config.databaseUrl) {
    const { openPostgres } = await import('./database/postgres-database.ts')
    const database = openPostgres(config.databaseUrl, error => log.warn({ err: error }, 'database'))
    undo.push(() => database.close())
    return database
  }
  const { openPglite } = await import('./database/pglite-database.ts')
  undo.push(await holdDirectory(config.dataDir))
  const database = await openPglite(join(config.dataDir, 'database'))
  undo.push(() => database.close())
  return database
}

/** What an earlier run had not finished goes on without anybody asking. */
async function wakeWhatWaits(database: Database, jobs: Jobs): Promise<void> {
  const rows = await database.query<{ connection_id: string }>(
    "SELECT DISTINCT connection_id FROM exports WHERE state IN ('accepted', 'sent', 'checking', 'waiting')",
  )
  for (const { connection_id } of rows) await jobs.wake(connection_id)
}
