import type { InvoiceId } from '#lib/domain/ids.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { standing } from '#lib/export/intent.ts'
import type { Outcome } from '#lib/messages.ts'
import { logActivity } from '#lib/store/activity.ts'
import { assessInvoices } from '#lib/store/assess-invoices.ts'
import { inOneTransaction } from '#lib/store/open.ts'
import { putIntent } from '#lib/store/outbox.ts'
import { recorded, standsIn } from '#lib/store/record-export.ts'
import { say } from '#lib/words/say.ts'
import type { App } from './app.ts'
import { Refusal } from './refusal.ts'

/** A person accepts that the bill differs from what the invoice says now: green again, until the next edit. */
export async function acceptAsIs(app: App, invoiceId: InvoiceId): Promise<Outcome> {
  const { store } = app
  const now = app.clock()
  const changed = await inOneTransaction(store, async () => {
    const invoice = await store.invoices.get(invoiceId)
    const row = await store.exports.get(invoiceId)
    const stands = standing(row)
    if (!invoice || !row || stands === null) throw new Refusal(say('refused.no-bill-to-keep'))
    if (freshDetail(invoice) === null) {
      throw new Refusal(say('refused.changed-just-now'))
    }
    const accepted = invoiceContent(invoice)
    const failure = row.record.state === 'refused' ? row.record.failure : null
    const bill = { ...stands.bill, state: failure?.billState ?? stands.bill.state }
    const content = stands.content ?? row.record.content
    const linked = standsIn(row)?.linked ?? false
    const about = { invoiceId, outletId: row.outletId, at: now }
    const record = { state: 'posted' as const, bill, content, at: now, linked, accepted }
    await store.exports.put(recorded(row, about, record))
    const body = { outletId: row.outletId, invoiceId, content: accepted }
    const key = `accept:${invoiceId}:${accepted}`
    await putIntent(store, { kind: 'accept', key, invoiceId, outletId: row.outletId, body }, now)
    const text = say('log.accepted', { number: invoice.number })
    await logActivity(store, { at: now, kind: 'accepted', text, outletId: row.outletId, invoiceId })
    return assessInvoices(store, [invoiceId])
  })
  app.notifier.changed(changed)
  void app.engine.wake()
  return { ok: true, said: say('did.bill-stays') }
}
