import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'

/** A PostgreSQL server for a test: its databases are empty, and gone afterwards. */
export interface PostgresCluster {
  /** A fresh database's address. */
  database(): Promise<string>
  close(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'
/** PostgreSQL refuses to run as root. */
const NOBODY = 65_534

/** Where to test on PostgreSQL: an address that is given, or programs that are installed; else null, and why. */
export function postgresAtHand(): { url: string } | { programs: string } | null {
  if (process.env.DATABASE_URL_TEST) return { url: process.env.DATABASE_URL_TEST }
  const [version] = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : []
  const programs = join(DEBIAN, version ?? '', 'bin')
  return version && existsSync(join(programs, 'initdb')) ? { programs } : null
}

export async function startPostgres(at: { url: string } | { programs: string }): Promise<PostgresCluster> {
  if ('url' in at) return { database: () => freshDatabase(at.url), close: async () => undefined }
  const directory = await mkdtemp(join(tmpdir(), 'clearcloud-postgres-'))
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if ('uid' in user) await chown(directory, NOBODY, NOBODY)
  const run = async (program: string, ...args: string[]) => {
    const child = spawn(join(at.programs, program), args, { ...user, cwd: directory, stdio: 'ignore' })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`${program} ended with ${code}`)
  }
  const data = join(directory, 'data')
  const port = await freePort()
  await run('initdb', '-D', data, '-U', 'tester', '-A', 'trust', '--no-sync', '-E', 'UTF8')
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c fsync=off`
  await run('pg_ctl', '-D', data, '-w', '-l', join(directory, 'log'), '-o', options, 'start')
  return {
    database: () => freshDatabase(`postgres://tester@127.0.0.1:${port}/postgres`),
    close: async () => {
      await run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function freshDatabase(server: string): Promise<string> {
  const name = `clearcloud_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
