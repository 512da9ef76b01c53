import { linkBills } from '#lib/export/link-bills.ts'
import type { OutletRow } from '#lib/store/database.ts'
import type { App, Sender } from './app.ts'
import { count } from './count.ts'
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
    `${count(linked, 'bill')} that stood already ${linked === 1 ? 'was' : 'were'} linked.`,
    reading > 0
      ? `${count(reading, 'more invoice')} ${reading === 1 ? 'is' : 'are'} read and linked now.`
      : '',
    rest > 0 ? `${count(rest, 'more invoice')} will be linked when the Invoices page shows them.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
