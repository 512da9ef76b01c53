import { addMilliseconds, type Instant } from '../domain/instant.ts'
import type { OutboxRow } from './database.ts'
import type { Store } from './open.ts'

/** How long a claim holds: longer than a request may take, short enough that a dead worker's rows go on soon. */
export const leaseMs = 30_000

/** What one row says; the rest of the row is the outbox's own. */
export type Intent = Pick<OutboxRow, 'kind' | 'key' | 'invoiceId' | 'outletId' | 'body'>

/**
 * Puts an intent into the outbox. The same key never stands twice: a row that waits already takes the newer
 * body and its turn at once; one that is being sent just now stays as it is.
 */
export async function putIntent(store: Store, intent: Intent, now: Instant): Promise<void> {
  const before = await store.outbox.where('key').equals(intent.key).first()
  if (before && isLeased(before, now)) return
  const row = { ...intent, attempts: 0, nextAttemptAt: now, leasedBy: null, leasedUntil: null }
  if (before) await store.outbox.put({ ...row, seq: before.seq })
  else await store.outbox.add(row)
}

/** Whether a worker is sending the row just now. */
export function isLeased(row: OutboxRow, now: Instant): boolean {
  return row.leasedUntil !== null && row.leasedUntil > now
}

/**
 * Claims up to `most` due rows that `wanted` names, in the order in which they were put, under a lease of
 * `owner`. Exactly one claimer gets a row. `inOrder`: nothing may overtake, so a row that is not free stops it.
 */
export function claim(
  store: Store,
  options: {
    wanted: (row: OutboxRow) => boolean
    most: number
    inOrder: boolean
    owner: string
    now: Instant
  },
): Promise<OutboxRow[]> {
  const { wanted, most, inOrder, owner, now } = options
  return store.transaction('rw', store.outbox, async () => {
    const free: OutboxRow[] = []
    let stopped = false
    await store.outbox
      .toCollection()
      .until(() => stopped || free.length >= most)
      .each(row => {
        if (stopped || !wanted(row)) return
        if (!isLeased(row, now) && row.nextAttemptAt <= now) free.push(row)
        else if (inOrder) stopped = true
      })
    const claimed = free.slice(0, most).map(row => ({
      ...row,
      attempts: row.attempts + 1,
      leasedBy: owner,
      leasedUntil: addMilliseconds(now, leaseMs),
    }))
    if (claimed.length > 0) await store.outbox.bulkPut(claimed)
    return claimed
  })
}

/** Gives claimed rows back, to be tried again at `at`; rows that are gone or another's stay as they are. */
export function release(store: Store, rows: readonly OutboxRow[], at: Instant): Promise<void> {
  return store.transaction('rw', store.outbox, async () => {
    const now = await store.outbox.bulkGet(rows.map(row => row.seq))
    const back = now.flatMap((row, index) =>
      row && row.leasedBy === rows[index]?.leasedBy
        ? [{ ...row, leasedBy: null, leasedUntil: null, nextAttemptAt: at }]
        : [],
    )
    await store.outbox.bulkPut(back)
  })
}

/** When the next row may be tried; null when the outbox is empty. */
export async function nextDue(store: Store): Promise<Instant | null> {
  let next: Instant | null = null
  await store.outbox.toCollection().each(row => {
    const due =
      row.leasedUntil !== null && row.leasedUntil > row.nextAttemptAt ? row.leasedUntil : row.nextAttemptAt
    if (next === null || due < next) next = due
  })
  return next
}
