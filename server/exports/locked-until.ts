import type { LocalDate } from '#lib/domain/instant.ts'
import type { Database } from '../database/database.ts'
import { listsOf } from '../ledger/lists-cache.ts'
import type { Ledger } from '../ledger/port.ts'

/** Books are locked once a month or a year; whoever exports reads the lists anew anyway. */
const DAY = 24 * 3600_000

/** The last day on which no bill of an organisation can be approved any more, as known for at most a day. */
export async function lockedUntil(
  database: Database,
  connectionId: string,
  ledger: Ledger,
): Promise<LocalDate | null> {
  const { lockDates } = await listsOf(database, connectionId, async () => ledger, false, DAY)
  return (
    [lockDates.period, lockDates.endOfYear]
      .filter(day => day !== null)
      .sort()
      .at(-1) ?? null
  )
}
