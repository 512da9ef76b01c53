import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Logger } from 'pino'
import { addMilliseconds, instantOf, systemClock } from '#lib/domain/instant.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { holdDirectory } from './database/hold-directory.ts'
import { migrate } from './database/migrate.ts'
import { createBackOff } from './exports/back-off.ts'
import { billLink } from './exports/bill-link.ts'
import { createChangesBell } from './exports/changes-bell.ts'
import { type DrainContext, drain } from './exports/drain.ts'
import { FOLLOWED } from './exports/followed.ts'
import { type Jobs, startJobs, type Work } from './exports/jobs.ts'
import { lockedUntil } from './exports/locked-until.ts'
import { SWEEP_EVERY, type SweepContext, sweep } from './exports/sweep.ts'
import { createHttp } from './http/app.ts'
import { createSealer, secretFromFile } from './identity/sealing.ts'
import { createSigner } from './identity/signing.ts'
import { createConnections } from './ledger/connections.ts'
import { createLog } from './log.ts'

/** What was due while no server ran comes so long after its start, once what waits to be sent is on its way. */
const SETTLING = 30_000

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
  const secret = config.secretKey ?? (await secretFromFile(config.dataDir))
  const sealer = createSealer(secret)
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
    consentOf: id => connections.consentOf(id),
    lost: (id, consent) => connections.lost(id, consent),
    stopping: stopping.signal,
  }
  const sweeping: SweepContext = {
    ...context,
    backOff: createBackOff(),
    lockedUntil: (id, ledger) => lockedUntil(database, id, ledger),
    // Where the ledger tells of changes itself, a sweep is for what it did not tell.
    intervalOf: ledger => (config[ledger].webhookKey === null ? SWEEP_EVERY : SWEEP_EVERY * 4),
  }
  const jobs = await startJobs(
    database.queue,
    {
      drain: logged(context, log, 'drain', id => drain(context, id)),
      sweep: logged({ ...context, backOff: sweeping.backOff }, log, 'sweep', id => sweep(sweeping, id)),
    },
    error => log.error({ err: error }, 'queue'),
  )
  undo.push(() => jobs.stop())
  await wakeWhatWaits(database, jobs)
  await sweepWhatIsFollowed(database, jobs)
  const ledgerOf = (id: string) => connections.open(id, false)
  const app = createHttp({
    config,
    database,
    sealer,
    signer: createSigner(secret),
    jobs,
    bell,
    log,
    ledgerOf,
  })
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

/** A job's own mistake is logged, and tried again later: nobody else would come back for the exports. */
function logged(
  { stopping, clock, backOff }: Pick<DrainContext, 'stopping' | 'clock' | 'backOff'>,
  log: Logger,
  what: string,
  work: Work,
): Work {
  return async connection => {
    try {
      return await work(connection)
    } catch (error) {
      if (stopping.aborted) return null
      log.error({ err: error, connection }, `${what} failed`)
      return addMilliseconds(clock(), backOff.failed(connection))
    }
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
    `SELECT DISTINCT connection_id FROM exports
     WHERE state IN ('accepted', 'sent', 'checking', 'waiting')
        OR (state = 'posted' AND noted_at IS NULL AND request->'operation'->>'kind' = 'difference')`,
  )
  for (const { connection_id } of rows) await jobs.wake(connection_id)
}

/** What was exported before is followed on, each connection in its turn. */
async function sweepWhatIsFollowed(database: Database, jobs: Jobs): Promise<void> {
  const rows = await database.query<{ connection_id: string; swept_to: Date | null }>(
    `SELECT DISTINCT connection_id, swept_to FROM exports JOIN connections ON connections.id = connection_id
     WHERE state = 'posted' AND updated_at > $1`,
    [addMilliseconds(systemClock(), -FOLLOWED)],
  )
  const now = systemClock()
  for (const { connection_id, swept_to } of rows) {
    const due = addMilliseconds(swept_to === null ? now : instantOf(new Date(swept_to)), SWEEP_EVERY)
    await jobs.sweep(connection_id, due > now ? due : addMilliseconds(now, SETTLING))
  }
}
