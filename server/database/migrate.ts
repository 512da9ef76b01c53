import { readdir, readFile } from 'node:fs/promises'
import type { Database } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Held while migrating, so that replicas that start together take turns. Any constant of our own. */
const LOCK = 4_700_001

/** Brings the database up to date: each file of migrations/ once, in the order of their names. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async sql => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await sql.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    )
  })
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  for (const name of names) {
    const statements = (await readFile(new URL(name, folder), 'utf8'))
      .split(/;\s*$/m)
      .filter(text => text.trim())
    await database.transaction(async sql => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
      const [done] = await sql.query('SELECT 1 FROM migrations WHERE name = $1', [name])
      if (done) return
      for (const statement of statements) await sql.query(statement)
      await sql.query('INSERT INTO migrations (name) VALUES ($1)', [name])
    })
  }
}
