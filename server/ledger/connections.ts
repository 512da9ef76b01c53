import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Database } from '../database/database.ts'
import type { TokenSource } from '../identity/access-token.ts'
import { type Ledger, LedgerTrouble } from './port.ts'
import { quickbooksOpener } from './quickbooks/open-quickbooks.ts'
import { xeroOpener } from './xero/open-xero.ts'

/** A connection to open, of which the ledger is known. */
export interface ToOpen {
  connectionId: string
  /** The ledger's own id of the organisation. */
  organisation: string
  patient: boolean
}

/** The ledgers of the connections, each with its token and its organisation's pace. */
export interface Connections {
  /** For a `patient` caller nobody waits. @throws LedgerTrouble `connection-lost` */
  open(connectionId: string, patient: boolean): Promise<Ledger>
  /** Which consent a connection rests on; null where there is no such connection. */
  consentOf(connectionId: string): Promise<string | null>
  /**
   * Notes that the ledger no longer lets us in, until somebody connects again. False where that has happened
   * already: it was an older consent that ended.
   */
  lost(connectionId: string, consent: string): Promise<boolean>
}

export function createConnections(source: TokenSource): Connections {
  const { database } = source
  const openXero = xeroOpener(source)
  const openQuickbooks = quickbooksOpener(source)

  return {
    async open(connectionId, patient) {
      const [row] = await database.query<{ organisation_id: string; ledger: LedgerKind }>(
        'SELECT organisation_id, ledger FROM connections WHERE id = $1',
        [connectionId],
      )
      if (!row) throw new LedgerTrouble('connection-lost', 'There is no such connection')
      const open = row.ledger === 'xero' ? openXero : openQuickbooks
      return open({ connectionId, organisation: row.organisation_id, patient })
    },
    consentOf: connectionId => readConsent(database, connectionId),
    lost: (connectionId, consent) => markLost(database, connectionId, consent),
  }
}

async function readConsent(database: Database, connectionId: string): Promise<string | null> {
  const [row] = await database.query<{ consent_id: string }>(
    'SELECT consent_id FROM connections WHERE id = $1',
    [connectionId],
  )
  return row?.consent_id ?? null
}

async function markLost(database: Database, connectionId: string, consent: string): Promise<boolean> {
  const rows = await database.query(
    'UPDATE connections SET lost_at = coalesce(lost_at, now()) WHERE id = $1 AND consent_id = $2 RETURNING id',
    [connectionId, consent],
  )
  return rows.length > 0
}
