import { type Contact, LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { Database } from '../database/database.ts'
import type { Ledger } from './port.ts'

/** Charts change rarely, and each reading costs half a dozen calls. */
export const LISTS_AGE = 10 * 60_000

/** The lists of a connection, read anew when they are older than ten minutes (or `age`) or `fresh` is asked for. */
export async function listsOf(
  database: Database,
  connectionId: string,
  ledger: () => Promise<Ledger>,
  fresh: boolean,
  age = LISTS_AGE,
): Promise<LedgerLists> {
  const [row] = await database.query<{ lists: unknown; lists_at: Date | null }>(
    'SELECT lists, lists_at FROM connections WHERE id = $1',
    [connectionId],
  )
  const young = row?.lists_at && Date.now() - new Date(row.lists_at).getTime() < age
  if (young && !fresh) {
    const cached = LedgerLists.safeParse(row.lists)
    if (cached.success) return cached.data
  }
  const lists = await (await ledger()).lists()
  await database.query('UPDATE connections SET lists = $2, lists_at = now(), currency = $3 WHERE id = $1', [
    connectionId,
    JSON.stringify(lists),
    lists.organisation.currency,
  ])
  return lists
}

/** What was learned of contacts meanwhile replaces them in the cached lists. */
export async function keepContacts(
  database: Database,
  connectionId: string,
  contacts: readonly Contact[],
): Promise<void> {
  await database.query(
    "UPDATE connections SET lists = jsonb_set(lists, '{contacts}', $2::jsonb) WHERE id = $1 AND lists IS NOT NULL",
    [connectionId, JSON.stringify(contacts)],
  )
}
