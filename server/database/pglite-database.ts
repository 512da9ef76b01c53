import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Database, Row } from './database.ts'

/** PostgreSQL embedded in this process, its data under `directory`. The first start initialises a cluster. */
export async function openPglite(directory: string): Promise<Database> {
  await mkdir(dirname(directory), { recursive: true })
  return databaseOver(await PGlite.create(directory))
}

/** The seam over a PGlite that is open. */
export function databaseOver(pglite: PGlite): Database {
  return {
    queue: { kind: 'pglite', pglite },
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await pglite.query<R>(text, [...values])).rows,
    transaction: work =>
      pglite.transaction(transaction =>
        work({
          query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
            (await transaction.query<R>(text, [...values])).rows,
        }),
      ),
    close: () => pglite.close(),
  }
}
