import { linkBills } from '#lib/export/link-bills.ts'
import type { OutletRow } from '#lib/store/database.ts'
import { sayCount } from '#lib/words/say.ts'
import type { App, Sender } from './app.ts'
import { readDetails } from './read-details.ts'
import { signedInClient } from './signed-in.ts'

/**
 * Before Clearcloud takes an outlet over: links the bills that Foodrazor's own integration made. Those
 * whose lines are not known yet are read by an open page and linked as they come; until then they are
 * never sent. Gives a sentence that says how many there were.
 * @throws Refusal, ProblemError or UnreachableError where the ledger cannot be asked: then nothing is switched.
 */
export async function linkStandingBills(app: App, outlet: OutletRow, { tabId }: Sender): Promise<string> {
  const client = await signedInClient(app)
  const { linked, unread, changed } = await linkBills(app.store, client, outlet.id, app.clock())
  app.notifier.changed(changed)
  const reading = await readDetails(app, tabId, unread)
  const rest = unread.length - reading
  return [
    sayCount('did.standing-linked', linked),
    reading > 0 ? sayCount('did.read-and-linked', reading) : '',
    rest > 0 ? sayCount('did.linked-when-shown', rest) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
