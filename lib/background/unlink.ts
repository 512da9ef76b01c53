import type { InvoiceId } from '#lib/domain/ids.ts'
import { isWithServer, standing } from '#lib/export/intent.ts'
import type { Outcome } from '#lib/messages.ts'
import { assessInvoices } from '#lib/store/assess-invoices.ts'
import { inOneTransaction } from '#lib/store/open.ts'
import { putIntent } from '#lib/store/outbox.ts'
import { say } from '#lib/words/say.ts'
import type { App, Sender } from './app.ts'
import { Refusal } from './refusal.ts'
import { saidOf } from './said.ts'
import { sendInvoices } from './send-invoices.ts'

/** Forgets a bill that is gone (voided, deleted, missing) and exports the invoice anew, under a key of its own. */
export async function unlink(app: App, invoiceId: InvoiceId, { tabId }: Sender): Promise<Outcome> {
  const { store } = app
  const now = app.clock()
  const changed = await inOneTransaction(store, async () => {
    const invoice = await store.invoices.get(invoiceId)
    const row = await store.exports.get(invoiceId)
    if (!invoice || !row || standing(row) === null) throw new Refusal(say('refused.no-bill-linked'))
    if (isWithServer(row, false)) throw new Refusal(say('refused.wait-for-outcome'))
    const unlinked = (invoice.unlinked ?? 0) + 1
    await store.outbox.where('invoiceId').equals(invoiceId).delete()
    await store.exports.delete(invoiceId)
    // The ledger was asked: the bill that stood is gone.
    await store.invoices.update(invoiceId, { unlinked, linkChecked: 1 })
    const { outletId } = row
    const key = `unlink:${invoiceId}:${unlinked}`
    await putIntent(store, { kind: 'unlink', key, invoiceId, outletId, body: { outletId, invoiceId } }, now)
    return assessInvoices(store, [invoiceId])
  })
  app.notifier.changed(changed)
  return saidOf(await sendInvoices(app, [invoiceId], { tabId }))
}
