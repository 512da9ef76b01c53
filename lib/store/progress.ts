import type { Summary } from '../messages.ts'
import type { Store } from './open.ts'
import { readSetting } from './settings.ts'

/**
 * How far the present run is, counted from the records of the exports that were queued since it began, so
 * that it is right after any restart. Null while nothing runs.
 */
export async function readProgress(store: Store): Promise<Summary['progress']> {
  const run = await readSetting(store, 'run')
  if (run === null) return null
  const rows = await store.exports.where('queuedAt').aboveOrEqual(run.since).toArray()
  if (rows.length === 0) return null
  const failed = rows.filter(row => row.state === 'refused').length
  const done = rows.filter(row => row.state === 'posted').length
  return { done, failed, total: rows.length }
}

/** Whether every export of the run has come to its end. */
export async function runIsOver(store: Store): Promise<boolean> {
  const progress = await readProgress(store)
  return progress === null || progress.done + progress.failed === progress.total
}
