import { freshDetail } from '#lib/domain/invoice.ts'
import { previewOf } from '#lib/domain/preview.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import { loadMapping } from '#lib/store/mapping.ts'
import { storedLists } from '#lib/store/stored-lists.ts'
import { say } from '#lib/words/say.ts'
import type { App, Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { knownOutlet, signedInClient } from './signed-in.ts'

/** What an invoice would post now. Writes nothing and sends nothing. */
export const preview: Handler<'preview'> = async (app, { invoiceId }) => {
  const row = await app.store.invoices.get(invoiceId)
  if (!row) throw new Refusal(say('refused.invoice-unknown'))
  if (freshDetail(row) === null) {
    throw new Refusal(say('refused.open-once'))
  }
  const outlet = await knownOutlet(app, row.outletId)
  if (outlet.connection === null) {
    throw new Refusal(say('refused.connect-first', { outlet: outlet.name }))
  }
  const [lists, mapping] = await Promise.all([
    listsOf(app, outlet.connection.id),
    loadMapping(app.store, row.outletId, row.productIds),
  ])
  return { ok: true, preview: previewOf({ invoice: row, outlet, mapping, lists }) }
}

async function listsOf(app: App, connectionId: Parameters<typeof storedLists>[1]) {
  const known = await storedLists(app.store, connectionId)
  return known ?? (await ledgerLists(app.store, await signedInClient(app), connectionId)).lists
}
