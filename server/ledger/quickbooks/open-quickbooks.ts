import { accessToken, type TokenSource } from '../../identity/access-token.ts'
import type { ToOpen } from '../connections.ts'
import { keepContacts, LISTS_AGE, listsOf } from '../lists-cache.ts'
import type { Ledger } from '../port.ts'
import type { CompanyFacts } from './company-facts.ts'
import { createQuickbooksLedger } from './quickbooks-ledger.ts'
import { createRealmPace, type RealmPace } from './realm-pace.ts'

/** Opens companies of QuickBooks, each at its own pace, and remembers what their bills need to know of them. */
export function quickbooksOpener(source: TokenSource): (connection: ToOpen) => Promise<Ledger> {
  const { database, configs } = source
  const paces = new Map<string, RealmPace>()
  const known = new Map<string, { facts: CompanyFacts; at: number }>()

  function paceOf(realm: string): RealmPace {
    const pace = paces.get(realm) ?? createRealmPace()
    paces.set(realm, pace)
    return pace
  }

  return async ({ connectionId, organisation: realm, patient }) => {
    let token = await accessToken(source, connectionId)
    const ledger: Ledger = createQuickbooksLedger({
      apiUrl: configs.quickbooks.apiUrl,
      realm,
      appUrl: configs.quickbooks.appUrl,
      pace: paceOf(realm),
      patient,
      token: () => token,
      renewToken: async refused => {
        // One of several calls under way may have renewed it already.
        if (token === refused) token = await accessToken(source, connectionId, refused)
      },
      known: {
        lists: () => listsOf(database, connectionId, async () => ledger, false),
        keepContacts: contacts => keepContacts(database, connectionId, contacts),
        facts: () => {
          const one = known.get(connectionId)
          return one && Date.now() - one.at < LISTS_AGE ? one.facts : null
        },
        keepFacts: facts => void known.set(connectionId, { facts, at: Date.now() }),
      },
    })
    return ledger
  }
}
