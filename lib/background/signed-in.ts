import type { Client } from '#lib/api/client.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { OutletRow } from '#lib/store/database.ts'
import { say } from '#lib/words/say.ts'
import type { App } from './app.ts'
import { Refusal } from './refusal.ts'

/** The server for the one who is signed in. @throws Refusal when nobody is. */
export async function signedInClient(app: App): Promise<Client> {
  const client = await app.connect()
  if (client === null) throw new Refusal(say('refused.sign-in-first'))
  return client
}

/** @throws Refusal for an outlet that was never seen. */
export async function knownOutlet(app: App, outletId: OutletId): Promise<OutletRow> {
  const outlet = await app.store.outlets.get(outletId)
  if (!outlet) throw new Refusal(say('refused.outlet-unknown'))
  return outlet
}
