import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LedgerKind } from '#lib/domain/outlet.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { holdDirectory } from '../database/hold-directory.ts'
import { unrecognisedAnswers } from '../exports/unrecognised-answers.ts'
import { createSealer } from '../identity/sealing.ts'
import { createConnections } from '../ledger/connections.ts'
import { type Finding, findingsAbout } from './finding.ts'

const found = findingsAbout('Server')
const names = { xero: 'Xero', quickbooks: 'QuickBooks' } as const

const ConnectionRow = z.object({
  id: z.string(),
  ledger: LedgerKind,
  organisation_name: z.string(),
  lost_at: z.unknown(),
  state: z.string(),
})
type ConnectionRow = z.infer<typeof ConnectionRow>

/**
 * The database: whether it opens and is up to date, which organisations are connected, and what ledgers answered
 * that nobody has catalogued. It is read, never written. `live`: each connection is tried at its ledger too.
 */
export async function checkStore(config: Config, live: boolean): Promise<Finding[]> {
  const undo: (() => Promise<unknown>)[] = []
  try {
    const database = await openAsIs(config, undo)
    if (!('query' in database)) return [database]
    const behind = await checkMigrations(database)
    if (behind.state !== 'ok') return [behind]
    return [behind, ...(await checkConnections(database, config, live)), ...(await checkAnswers(database))]
  } catch (error) {
    const says = `It cannot be read: ${error instanceof Error ? error.message : 'no answer'}`
    const todo = config.databaseUrl ? 'Look at DATABASE_URL, and whether PostgreSQL runs there.' : null
    return [found('Database', 'failed', says.replaceAll(config.databaseUrl ?? '\0', 'DATABASE_URL'), todo)]
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

/** A finding instead where there is nothing to open, or somebody else has it open. */
async function openAsIs(config: Config, undo: (() => Promise<unknown>)[]): Promise<Database | Finding> {
  if (config.databaseUrl) {
    const { openPostgres } = await import('../database/postgres-database.ts')
    const database = openPostgres(config.databaseUrl, () => undefined)
    undo.push(() => database.close())
    return database
  }
  const folder = join(config.dataDir, 'database')
  if (!existsSync(folder)) return found('Database', 'skipped', `${folder} is made at the first start.`)
  try {
    undo.push(await holdDirectory(config.dataDir))
  } catch {
    const says = `The server is running on ${config.dataDir}: what it holds is not looked at.`
    return found('Database', 'skipped', says, 'To look at connections too, stop the server and ask again.')
  }
  const { openPglite } = await import('../database/pglite-database.ts')
  const database = await openPglite(folder)
  undo.push(() => database.close())
  return database
}

async function checkMigrations(database: Database): Promise<Finding> {
  const files = (await readdir(new URL('../database/migrations/', import.meta.url))).filter(name =>
    name.endsWith('.sql'),
  )
  const [table] = await database.query("SELECT to_regclass('migrations')::text AS name")
  const done = table?.name ? await database.query<{ name: string }>('SELECT name FROM migrations') : []
  const unknown = done.filter(({ name }) => !files.includes(name))
  if (unknown.length > 0) {
    const says = 'It was brought up to date by a newer server than this one.'
    return found('Database', 'failed', says, 'Run the newer server: an older one would not understand it.')
  }
  const left = files.length - done.length
  if (left === 0) return found('Database', 'ok', 'It opens, and is up to date.')
  return found(
    'Database',
    'warning',
    `It opens; ${left} of its changes are still to be made.`,
    'The server makes them when it starts.',
  )
}

async function checkConnections(database: Database, config: Config, live: boolean): Promise<Finding[]> {
  const rows = await database.query(
    `SELECT connections.id, ledger, organisation_name, lost_at, state FROM connections
     JOIN consents ON consents.id = connections.consent_id ORDER BY ledger, organisation_name`,
  )
  const connections = z.array(ConnectionRow).parse(rows)
  if (connections.length === 0) {
    return [
      found(
        'Connections',
        'skipped',
        'Nobody has connected an organisation yet.',
        'Sign in from the extension’s options.',
      ),
    ]
  }
  const open = live ? await opener(database, config) : null
  return Promise.all(connections.map(connection => checkConnection(connection, open)))
}

type Open = (id: string) => Promise<void>

async function checkConnection(
  { id, ledger, organisation_name, lost_at, state }: ConnectionRow,
  open: Open | null,
) {
  const found = findingsAbout(names[ledger])
  const about = `“${organisation_name}”`
  if (lost_at !== null || state === 'expired') {
    return found(
      'Connection',
      'failed',
      `The consent for ${about} has ended; its exports wait.`,
      'Press Reconnect in the extension.',
    )
  }
  if (open === null) return found('Connection', 'ok', `${about} is connected.`)
  try {
    await open(id)
    return found('Connection', 'ok', `${about} is connected, and gives its lists.`)
  } catch (error) {
    const says = `${about} does not open: ${error instanceof Error ? error.message : 'no answer'}.`
    return found(
      'Connection',
      'failed',
      says,
      'Press Reconnect in the extension; if that does not help, see what it says there.',
    )
  }
}

/** Reads the lists of a connection, as the extension would. Its token may be renewed, as the server would. */
async function opener(database: Database, config: Config): Promise<Open> {
  const secret = config.secretKey ?? (await readFile(join(config.dataDir, 'secret.key'), 'utf8'))
  const connections = createConnections({ database, sealer: createSealer(secret), configs: config })
  return async id => void (await (await connections.open(id, false)).lists())
}

async function checkAnswers(database: Database): Promise<Finding[]> {
  const answers = await unrecognisedAnswers(database)
  return answers.map(({ ledger, words, times }) => {
    const says = `${names[LedgerKind.parse(ledger)]} refused ${times === 1 ? 'a bill' : `${times} bills`} with words that are not in our catalogue: ${words}`
    return found('Unknown answer', 'warning', says, 'Please report it, so that the next version explains it.')
  })
}
