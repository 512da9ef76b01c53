import type { Database } from '../database/database.ts'
import { accessToken, type TokenSource } from '../identity/access-token.ts'
import { keepContacts, listsOf } from './lists-cache.ts'
import { createPace, type Pace } from './pace.ts'
import { type Ledger, LedgerTrouble } from './port.ts'

/** The ledgers of the connections, each with its token and its organisation's pace. */
export interface Connections {
  /** For a `patient` caller nobody waits. @throws LedgerTrouble `connection-lost` */
  open(connectionId: string, patient: boolean): Promise<Ledger>
  /** Notes that the ledger no longer lets us in, until somebody connects again. */
  lost(connectionId: string): Promise<void>
}

export function createConnections(source: TokenSource): Connections {
  const { database, xero } = source
  const paces = new Map<string, Pace>()

  async function organisationOf(connectionId: string): Promise<string> {
    const [row] = await database.query<{ organisation_id: string }>(
      'SELECT organisation_id FROM connections WHERE id = $1',
      [connectionId],
    )
    if (!row) throw new LedgerTrouble('connection-lost', 'There is no such connection')
    return row.organisation_id
  }

  function paceOf(tenant: string): Pace {
    const pace = paces.get(tenant) ?? createPace()
    paces.set(tenant, pace)
    return pace
  }

  return {
    async open(connectionId, patient) {
      // xero-node takes most of a second to load: not before it is needed.
      const [{ xeroApi }, { createXeroLedger }] = await Promise.all([
        import('./xero/xero-api.ts'),
        import('./xero/xero-ledger.ts'),
      ])
      const tenant = await organisationOf(connectionId)
      let token = await accessToken(source, connectionId)
      const { api, setToken } = xeroApi(xero.apiUrl, token)
      const ledger: Ledger = createXeroLedger({
        api,
        tenant,
        appUrl: xero.appUrl,
        pace: paceOf(tenant),
        patient,
        token: () => token,
        renewToken: async refused => {
          // One of several calls under way may have renewed it already.
          if (token === refused) token = await accessToken(source, connectionId, refused)
          setToken(token)
        },
        known: {
          read: () => listsOf(database, connectionId, async () => ledger, false),
          keepContacts: contacts => keepContacts(database, connectionId, contacts),
        },
      })
      return ledger
    },
    lost: connectionId => markLost(database, connectionId),
  }
}

async function markLost(database: Database, connectionId: string): Promise<void> {
  await database.query('UPDATE connections SET lost_at = coalesce(lost_at, now()) WHERE id = $1', [
    connectionId,
  ])
}
