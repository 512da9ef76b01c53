import pg from 'pg'
import type { Database, Row, Sql } from './database.ts'

// Sequences fit a double for as long as anyone lives, and PGlite gives numbers as well.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** A PostgreSQL server, by its `postgres://…` address. */
export function openPostgres(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 10 })
  const over = (client: pg.Pool | pg.PoolClient): Sql => ({
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<R>(text, [...values])).rows,
  })
  return {
    queue: { kind: 'postgres', connectionString },
    ...over(pool),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const result = await work(over(client))
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
    execute: async text => {
      await pool.query(text)
    },
    close: () => pool.end(),
  }
}
