import { fromPglite, PgBoss } from 'pg-boss'
import type { Instant } from '#lib/domain/instant.ts'
import type { QueueDatabase } from '../database/database.ts'

const QUEUE = 'drain'

/** So many connections are drained at once by one process: a slow one holds up no other. */
const CONNECTIONS = 4

/** How often pg-boss looks for jobs whose process has gone silent. */
const often = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }

/** Wakes the drain of a connection. At most one runs per connection, wherever in the fleet. */
export interface Jobs {
  /** Now, even where a later time was set. */
  wake(connectionId: string): Promise<void>
  stop(): Promise<void>
}

/** What a wake-up does: it gives the time to come again, or null. It must not throw. */
export type Work = (connectionId: string) => Promise<Instant | null>

/**
 * pg-boss carries the wake-ups. The policy `stately` keeps one waiting and one running job per connection:
 * a wake-up that comes while a drain runs is kept, any further one is already covered by it.
 */
export async function startJobs(
  database: QueueDatabase,
  work: Work,
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
    // Longer than a drain's turn can take, with every call of it as slow as may be (drain.ts).
    expireInSeconds: 3600,
    // The place of a process that died in the middle of a drain is free again after this.
    heartbeatSeconds: 10,
  })
  // An embedded database has one process: a job that still runs in it belongs to one that has died. Jobs
  // are wake-ups and nothing else; the exports themselves say what is to be done.
  if (database.kind === 'pglite') await boss.deleteAllJobs(QUEUE)
  await boss.work<{ connectionId: string }>(
    QUEUE,
    { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: CONNECTIONS },
    async jobs => {
      for (const { data } of jobs) {
        const again = await work(data.connectionId)
        const { connectionId } = data
        // Dropped where a wake-up is waiting already: that one comes sooner.
        if (again) await boss.send(QUEUE, { connectionId }, { singletonKey: connectionId, startAfter: again })
      }
    },
  )
  return {
    wake: async connectionId => {
      await boss.upsert(QUEUE, { connectionId }, { singletonKey: connectionId, startAfter: 0 })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
