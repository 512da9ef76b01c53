import { fromPglite, PgBoss } from 'pg-boss'
import type { Instant } from '#lib/domain/instant.ts'
import type { QueueDatabase } from '../database/database.ts'

const DRAIN = 'drain'
const SWEEP = 'sweep'

/** So many connections are drained at once by one process: a slow one holds up no other. */
const CONNECTIONS = 4

/** How long after an export its bill is first looked after, in seconds. */
const FIRST_SWEEP = 15 * 60

/** How often pg-boss looks for jobs whose process has gone silent. */
const often = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }

/** Wakes the drain and the sweep of a connection. At most one of each runs per connection, wherever in the fleet. */
export interface Jobs {
  /** Drains now, even where a later time was set; a sweep follows in its time. */
  wake(connectionId: string): Promise<void>
  /** Sweeps at this time, even where a later one was set. */
  sweep(connectionId: string, at: Instant): Promise<void>
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
  work: { drain: Work; sweep: Work },
  onError: (error: unknown) => void,
): Promise<Jobs> {
  const boss =
    database.kind === 'pglite'
      ? new PgBoss({ db: fromPglite(database.pglite), backend: 'pglite', ...often })
      : new PgBoss({ connectionString: database.connectionString, ...often })
  boss.on('error', onError)
  await boss.start()
  await carry(boss, database, DRAIN, work.drain)
  await carry(boss, database, SWEEP, work.sweep)
  return {
    wake: async connectionId => {
      await boss.upsert(DRAIN, { connectionId }, { singletonKey: connectionId, startAfter: 0 })
      await later(boss, SWEEP, connectionId, FIRST_SWEEP)
    },
    sweep: async (connectionId, at) => {
      await boss.upsert(SWEEP, { connectionId }, { singletonKey: connectionId, startAfter: new Date(at) })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

async function carry(boss: PgBoss, database: QueueDatabase, queue: string, work: Work): Promise<void> {
  await boss.createQueue(queue, {
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
  if (database.kind === 'pglite') await boss.deleteAllJobs(queue)
  await boss.work<{ connectionId: string }>(
    queue,
    { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: CONNECTIONS },
    async jobs => {
      for (const { data } of jobs) {
        const again = await work(data.connectionId)
        if (again) await later(boss, queue, data.connectionId, again)
      }
    },
  )
}

/** Dropped where a wake-up is waiting already: that one comes sooner. `when` is a time, or seconds from now. */
async function later(
  boss: PgBoss,
  queue: string,
  connectionId: string,
  when: Instant | number,
): Promise<void> {
  const startAfter = typeof when === 'number' ? when : new Date(when)
  await boss.send(queue, { connectionId }, { singletonKey: connectionId, startAfter })
}
