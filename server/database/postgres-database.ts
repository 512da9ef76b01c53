import pg from 'pg'
import type { Database, Row, Sql } from './database.ts'

// Sequences fit a double for as long as anyone lives, and PGlite gives numbers as well.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** A PostgreSQL server, by its `postgres://…` address. `onError` hears of idle connections that broke. */
export function openPostgres(connectionString: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 })
  // The pool replaces an idle connection that broke; unheard, its error would end the process.
  pool.on('error', onError)
  const over = (client: pg.Pool | pg.PoolClient): Sql => ({
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<R>(text, [...values])).rows,
  })
  return {
    queue: { kind: 'postgres', connectionString },
    ...over(pool),
    async transaction(work) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('BEGIN')
        const result = await work(over(client))
        await client.query('COMMIT')
        return result
      } catch (error) {
        // A connection that cannot even do this is broken, and not used again; its end rolls back as well.
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}
