import { ClearcloudDatabase } from './database.ts'

export type Store = ClearcloudDatabase

/** The store of this browser profile; opened at the first query. `name` is for tests that want one of their own. */
export function openStore(name?: string): Store {
  return new ClearcloudDatabase(name)
}

/**
 * All of `work` or nothing of it. One writer (the background worker) over every table: a change and what
 * follows from it are never seen apart, however the worker ends. `work` may await the store alone.
 */
export function inOneTransaction<T>(store: Store, work: () => Promise<T>): Promise<T> {
  // Dexie follows native awaits only from a scope that is itself an async function.
  return store.transaction('rw', store.tables, async () => await work())
}
