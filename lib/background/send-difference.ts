import { isGone } from '#lib/domain/bill.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import { buildBill } from '#lib/domain/build-bill.ts'
import { differenceBill } from '#lib/domain/difference-bill.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { LocalDate } from '#lib/domain/instant.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import { enqueueDifference } from '#lib/export/enqueue-difference.ts'
import { standing } from '#lib/export/intent.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import type { Outcome } from '#lib/messages.ts'
import { loadMapping } from '#lib/store/mapping.ts'
import { standsIn } from '#lib/store/record-export.ts'
import { say } from '#lib/words/say.ts'
import type { App } from './app.ts'
import { Refusal } from './refusal.ts'
import { knownOutlet, signedInClient } from './signed-in.ts'

/**
 * Sends what an invoice says beyond its bill, which can no longer change, as a bill of its own: worked out from
 * the bill and its corrections as the ledger has them now.
 */
export async function sendDifference(app: App, invoiceId: InvoiceId): Promise<Outcome> {
  const { store } = app
  const [row, record] = await Promise.all([store.invoices.get(invoiceId), store.exports.get(invoiceId)])
  const bill = standing(record)?.bill
  if (!row || !bill) throw new Refusal(say('refused.no-bill-to-differ'))
  if (freshDetail(row) === null) throw new Refusal(say('refused.open-once'))
  const outlet = await knownOutlet(app, row.outletId)
  if (outlet.connection === null) throw new Refusal(say('refused.connect-first', { outlet: outlet.name }))
  const client = await signedInClient(app)
  const connectionId = outlet.connection.id
  const corrections = standsIn(record)?.corrections ?? []
  const wanted = [bill, ...corrections].map(({ id, kind }) => ({ id, kind }))
  const [{ lists, changed }, mapping, { items }] = await Promise.all([
    ledgerLists(store, client, connectionId),
    loadMapping(store, row.outletId, row.productIds),
    client.readWhole({ connectionId, bills: wanted.slice(0, 40) }),
  ])
  app.notifier.changed(changed)
  const [original, ...others] = items
  if (!original || isGone(original.bill)) throw new Refusal(say('refused.bill-gone'))
  const built = buildBill({ invoice: row, outlet, mapping, lists })
  if (!built.ok) throw new Refusal(built.failure.raw)
  const correction = corrections.length + 1
  const difference = differenceBill({
    ours: built.bill,
    standing: [original, ...others.filter((one): one is BillWhole => one !== null && !isGone(one.bill))],
    correction,
    lists,
    today: LocalDate.parse(app.clock().slice(0, 10)),
  })
  if (difference.kind === 'same') throw new Refusal(say('refused.nothing-differs'))
  if (difference.kind === 'impossible') {
    const currencies = { bill: original.bill.currency, invoice: built.bill.currency }
    throw new Refusal(
      difference.why === 'tax-alone' ? say('refused.tax-alone') : say('refused.other-currency', currencies),
    )
  }
  const queued = await enqueueDifference(
    store,
    { invoiceId, bill: difference.bill, of: original.bill, correction },
    app.clock(),
  )
  if (queued === null) throw new Refusal(say('refused.on-its-way'))
  app.notifier.changed(queued)
  void app.engine.wake()
  return { ok: true, said: say('did.sending', { number: difference.bill.number }) }
}
