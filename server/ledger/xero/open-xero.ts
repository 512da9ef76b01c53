import { accessToken, type TokenSource } from '../../identity/access-token.ts'
import type { ToOpen } from '../connections.ts'
import { keepContacts, listsOf } from '../lists-cache.ts'
import { createPace, type Pace } from '../pace.ts'
import type { Ledger } from '../port.ts'

/** Opens organisations of Xero, each at its own pace. */
export function xeroOpener(source: TokenSource): (connection: ToOpen) => Promise<Ledger> {
  const { database, configs } = source
  const paces = new Map<string, Pace>()

  function paceOf(tenant: string): Pace {
    const pace = paces.get(tenant) ?? createPace()
    paces.set(tenant, pace)
    return pace
  }

  return async ({ connectionId, organisation: tenant, patient }) => {
    // xero-node takes most of a second to load: not before it is needed.
    const [{ xeroApi }, { createXeroLedger }] = await Promise.all([
      import('./xero-api.ts'),
      import('./xero-ledger.ts'),
    ])
    let token = await accessToken(source, connectionId)
    const { api, setToken } = xeroApi(configs.xero.apiUrl, token)
    const ledger: Ledger = createXeroLedger({
      api,
      tenant,
      appUrl: configs.xero.appUrl,
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
  }
}
