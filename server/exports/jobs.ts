import { fromPglite, PgBoss } from 'pg-boss'
import type { QueueDatabase } from '../database/database.ts'

const QUEUE = 'drain'

/** How often pg-boss looks for jobs whose process has gone silent. */
const often = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }

/** Wakes the drain of a connection. At most one runs per connection, wherever in the fleet. */
export interface Jobs {
  wake(connectionId: string, at?: Date): Promise<void>
  stop(): Promise<void>
}

/**
 * pg-boss carries the wake-ups. The policy `stately` keeps one waiting and one running job per connection:
 * a wake-up that comes while a drain runs is kept, any further one is already covered by it.
 * `work` gives the time to come again, or null.
 */
export async function startJobs(
  database: QueueDatabase,
  work: (connectionId: string) => Promise<Date | null>,
  onError: (error: unknown) => void,
): Promise<Jobs> {
  const boss =
    database.kind === 'pglite'
      ? new PgBoss({ db: fromPglite(database.pglite), backend: 'pglite', ...often })
      : new PgBoss({ connectionString: database.connectionString, ...often })
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue(QUEUE, {
    policy: 'stately',
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 600,
    // The place of a process that died in the middle of a drain is free again after this.
    heartbeatSeconds: 10,
  })
  // An embedded database has one process: a job that still runs in it belongs to one that has died. Jobs
  // are wake-ups and nothing else; the exports themselves say what is to be done.
  if (database.kind === 'pglite') await boss.deleteAllJobs(QUEUE)
  const wake = async (connectionId: string, at?: Date) => {
    await boss.send(
      QUEUE,
      { connectionId },
      { singletonKey: connectionId, ...(at ? { startAfter: at } : {}) },
    )
  }
  await boss.work<{ connectionId: string }>(
    QUEUE,
    { pollingIntervalSeconds: 0.5, batchSize: 1 },
    async jobs => {
      for (const { data } of jobs) {
        const again = await work(data.connectionId)
        if (again) await wake(data.connectionId, again)
      }
    },
  )
  return { wake, stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}
