import { ledgerLists } from '#lib/export/lists.ts'
import { say, sayCount } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { sendByThemselves } from './send-invoices.ts'
import { knownOutlet, signedInClient } from './signed-in.ts'

/** Reads the chart of accounts, tax rates and contacts of an outlet's ledger anew; what they held up goes. */
export const refreshLists: Handler<'refresh-lists'> = async (app, { outletId }) => {
  const { connection } = await knownOutlet(app, outletId)
  if (connection === null) throw new Refusal(say('refused.not-connected'))
  const { lists, changed } = await ledgerLists(app.store, await signedInClient(app), connection.id, true)
  app.notifier.changed(changed)
  await sendByThemselves(app, changed)
  const usable = lists.accounts.filter(account => account.active && account.allowed)
  const accounts = sayCount('did.accounts', usable.length)
  const contacts = sayCount('did.contacts', lists.contacts.length)
  return { ok: true, said: say('did.lists-read', { accounts, contacts }) }
}
