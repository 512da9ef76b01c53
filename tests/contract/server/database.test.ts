import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ExportRequest } from '#lib/api/exports.ts'
import type { Database } from '#server/database/database.ts'
import { migrate } from '#server/database/migrate.ts'
import { openPglite } from '#server/database/pglite-database.ts'
import { openPostgres } from '#server/database/postgres-database.ts'
import { acceptExport, changing, exportsAfter, setProgress } from '#server/exports/export-store.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { postgresAtHand, startPostgres } from './postgres-cluster.ts'

interface Stage {
  database: Database
  /** The same database for another process; the embedded one has but one. */
  another(): Database
  close(): Promise<void>
}

async function embedded(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'clearcloud-database-'))
  const database = await openPglite(join(directory, 'database'))
  return {
    database,
    another: () => database,
    close: async () => {
      await database.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const atHand = postgresAtHand()

async function server(): Promise<Stage> {
  if (!atHand) throw new Error('There is no PostgreSQL')
  const cluster = await startPostgres(atHand)
  const url = await cluster.database()
  const idleErrors: Error[] = []
  const openOne = () => openPostgres(url, error => idleErrors.push(error))
  const opened = [openOne()]
  const [database] = opened
  if (!database) throw new Error('Nothing was opened')
  return {
    database,
    another: () => {
      const other = openOne()
      opened.push(other)
      return other
    },
    close: async () => {
      for (const one of opened) await one.close()
      await cluster.close()
      if (idleErrors.length > 0) throw idleErrors[0]
    },
  }
}

suite('the embedded database', embedded)
describe.skipIf(atHand === null)('with PostgreSQL at hand', () => suite('PostgreSQL', server))

function suite(name: string, open: () => Promise<Stage>): void {
  describe(name, () => {
    let at: Stage
    beforeAll(async () => {
      at = await open()
      await Promise.all([migrate(at.database), migrate(at.another())])
    })
    afterAll(() => at?.close())

    const aWorkspace = async () => {
      const [workspace, consent, connection] = [randomUUID(), randomUUID(), randomUUID()]
      await at.database.query('INSERT INTO workspaces (id, name) VALUES ($1, $2)', [workspace, 'Harbour'])
      await at.database.query(
        "INSERT INTO consents (id, sealed_tokens, expires_at, state) VALUES ($1, '', now(), 'connected')",
        [consent],
      )
      await at.database.query(
        `INSERT INTO connections (id, workspace_id, consent_id, ledger, organisation_id, organisation_name, connected_at)
         VALUES ($1, $2, $3, 'xero', 'tenant-1', 'Harbour', now())`,
        [connection, workspace, consent],
      )
      return { workspace, connection }
    }
    const accept = (database: Database, workspace: string, connection: string, number: string) =>
      changing(database, workspace, sql =>
        acceptExport(sql, workspace, ExportRequest.parse(anExportRequest(connection, number))),
      )

    it('is brought up to date once, though two start together', async () => {
      const rows = await at.database.query<{ name: string }>('SELECT name FROM migrations ORDER BY name')
      expect(rows.map(row => row.name)).toEqual([
        '001-start.sql',
        '002-connection-lost.sql',
        '003-ledgers.sql',
        '004-drift.sql',
        '005-differences.sql',
        '006-unrecognised.sql',
      ])
    })

    it('takes a transaction back whole when it throws', async () => {
      const { workspace } = await aWorkspace()
      const work = at.database.transaction(async sql => {
        await sql.query('UPDATE workspaces SET name = $2 WHERE id = $1', [workspace, 'Other'])
        throw new Error('stop')
      })
      await expect(work).rejects.toThrow('stop')
      const [row] = await at.database.query('SELECT name FROM workspaces WHERE id = $1', [workspace])
      expect(row).toEqual({ name: 'Harbour' })
    })

    it('takes the same key in once, though it comes twice at once', async () => {
      const { workspace, connection } = await aWorkspace()
      const [one, other] = await Promise.all([
        accept(at.database, workspace, connection, 'A-1'),
        accept(at.another(), workspace, connection, 'A-1'),
      ])
      expect(other).toBe(one)
      expect(await exportsAfter(at.database, workspace, 0)).toHaveLength(1)
    })

    it('never lets a reader pass a change, however many write at once', async () => {
      const { workspace, connection } = await aWorkspace()
      const others = [at.database, at.another(), at.another()]
      const numbers = Array.from({ length: 60 }, (_, index) => `B-${index}`)
      const seen: string[] = []
      let cursor = 0
      let writing = true
      const reader = (async () => {
        for (let last = false; !last; ) {
          last = !writing
          const items = await exportsAfter(at.database, workspace, cursor)
          seen.push(...items.map(({ invoiceId }) => invoiceId))
          cursor = items.at(-1)?.sequence ?? cursor
        }
      })()
      await Promise.all(
        numbers.map((number, index) =>
          accept(others[index % others.length] ?? at.database, workspace, connection, number),
        ),
      )
      writing = false
      await reader
      expect([...seen].sort()).toEqual([...numbers].sort())
    })

    it('lets some move exports on while others stop them, and nobody waits for ever', async () => {
      const { workspace, connection } = await aWorkspace()
      const ids = await Promise.all(
        Array.from({ length: 20 }, (_, index) => accept(at.database, workspace, connection, `C-${index}`)),
      )
      const other = at.another()
      await Promise.all(
        [...ids, ...ids].map((id, index) =>
          changing(index % 2 ? at.database : other, workspace, sql =>
            setProgress(sql, workspace, [
              { id, progress: index < ids.length ? { state: 'sent' } : { state: 'cancelled' } },
            ]),
          ),
        ),
      )
      const after = await exportsAfter(at.database, workspace, 0)
      expect(new Set(after.map(({ sequence }) => sequence)).size).toBe(ids.length)
      expect(after.at(-1)?.sequence).toBe(3 * ids.length)
    })
  })
}
