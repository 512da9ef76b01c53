import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Logger, pino } from 'pino'
import { systemClock } from '#lib/domain/instant.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { createChangesBell } from './exports/changes-bell.ts'
import { drain } from './exports/drain.ts'
import { type Jobs, startJobs } from './exports/jobs.ts'
import { createHttp } from './http/app.ts'
import { accessToken, distrustToken } from './identity/access-token.ts'
import { createSealer, secretFromFile } from './identity/sealing.ts'
import { addContacts, listsOf } from './ledger/lists-cache.ts'
import { type Ledger, LedgerTrouble } from './ledger/port.ts'

export interface RunningServer {
  url: string
  close(): Promise<void>
}

/** Opens the database, brings it up to date, takes up what an earlier run left, and listens. */
export async function startServer(config: Config, log: Logger = createLog(config)): Promise<RunningServer> {
  const database = await open(config)
  await migrate(database)
  const sealer = createSealer(config.secretKey ?? (await secretFromFile(config.dataDir)))
  const bell = createChangesBell()
  const ledgerOf = async (connectionId: string): Promise<Ledger> => {
    // xero-node takes most of a second to load: not before it is needed.
    const [{ xeroApi }, { createXeroLedger }] = await Promise.all([
      import('./ledger/xero/xero-api.ts'),
      import('./ledger/xero/xero-ledger.ts'),
    ])
    const [row] = await database.query<{ organisation_id: string }>(
      'SELECT organisation_id FROM connections WHERE id = $1',
      [connectionId],
    )
    if (!row) throw new LedgerTrouble('connection-lost', 'There is no such connection')
    const api = xeroApi(config.xero.apiUrl, await accessToken(database, sealer, config.xero, connectionId))
    const ledger: Ledger = createXeroLedger({
      api,
      tenant: row.organisation_id,
      appUrl: config.xero.appUrl,
      known: {
        read: () => listsOf(database, connectionId, async () => ledger, false),
        addContacts: contacts => addContacts(database, connectionId, contacts),
      },
    })
    return ledger
  }
  const jobs = await startJobs(
    database.queue,
    connectionId =>
      drain(
        {
          database,
          clock: systemClock,
          ledgerOf,
          linkOf: (outlet, invoice) =>
            `${config.publicUrl}/go/${encodeURIComponent(outlet)}/${encodeURIComponent(invoice)}`,
          distrust: id => distrustToken(database, sealer, id),
          changed: workspace => bell.ring(workspace),
        },
        connectionId,
      ),
    error => log.error({ err: error }, 'queue'),
  )
  await wakeWhatWaits(database, jobs)
  const app = createHttp({ config, database, sealer, jobs, bell, log, ledgerOf })
  const listening = await new Promise<ReturnType<typeof serve>>((done, failed) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: '127.0.0.1' }, () => done(server))
    server.once('error', failed)
  })
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  log.info({ url: `http://localhost:${port}` }, 'listening')
  return {
    url: `http://localhost:${port}`,
    async close() {
      if ('closeAllConnections' in listening) listening.closeAllConnections()
      await new Promise(done => listening.close(done))
      await jobs.stop()
      await database.close()
    },
  }
}

function createLog(config: Config): Logger {
  return pino({
    level: config.logLevel,
    redact: [
      '*.authorization',
      '*.token',
      '*.code',
      '*.verifier',
      '*.access_token',
      '*.refresh_token',
      'err.config',
      'err.response',
    ],
  })
}

async function open(config: Config): Promise<Database> {
  if (config.databaseUrl) {
    const { openPostgres } = await import('./database/postgres-database.ts')
    return openPostgres(config.databaseUrl)
  }
  const { openPglite } = await import('./database/pglite-database.ts')
  return openPglite(join(config.dataDir, 'database'))
}

/** What an earlier run had not finished goes on without anybody asking. */
async function wakeWhatWaits(database: Database, jobs: Jobs): Promise<void> {
  const rows = await database.query<{ connection_id: string }>(
    "SELECT DISTINCT connection_id FROM exports WHERE state IN ('accepted', 'sent', 'checking', 'waiting')",
  )
  for (const { connection_id } of rows) await jobs.wake(connection_id)
}
