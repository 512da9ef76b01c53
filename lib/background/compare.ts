import { buildBill } from '#lib/domain/build-bill.ts'
import { compareBill } from '#lib/domain/compare-bill.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import { loadMapping } from '#lib/store/mapping.ts'
import { standsIn } from '#lib/store/record-export.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { knownOutlet, signedInClient } from './signed-in.ts'

/** What an invoice would post beside what its bill says now: read from the ledger, because people change bills there. */
export const compare: Handler<'compare'> = async (app, { invoiceId }) => {
  const { store } = app
  const [row, record] = await Promise.all([store.invoices.get(invoiceId), store.exports.get(invoiceId)])
  const bill = standsIn(record)?.bill ?? (record?.record.state === 'refused' ? record.record.bill : null)
  if (!row || !bill) throw new Refusal(say('refused.no-bill-to-compare'))
  if (freshDetail(row) === null) throw new Refusal(say('refused.open-once'))
  const outlet = await knownOutlet(app, row.outletId)
  if (outlet.connection === null) throw new Refusal(say('refused.connect-first', { outlet: outlet.name }))
  const client = await signedInClient(app)
  const connectionId = outlet.connection.id
  const [{ lists }, mapping, { items }] = await Promise.all([
    ledgerLists(store, client, connectionId),
    loadMapping(store, row.outletId, row.productIds),
    client.readWhole({ connectionId, bills: [{ id: bill.id, kind: bill.kind }] }),
  ])
  const [whole = null] = items
  if (whole === null) throw new Refusal(say('refused.bill-unknown'))
  const built = buildBill({ invoice: row, outlet, mapping, lists })
  if (!built.ok) throw new Refusal(built.failure.raw)
  return {
    ok: true,
    comparison: compareBill(built.bill, whole, lists.taxRates),
    accounts: Object.fromEntries(lists.accounts.map(({ code, name }) => [code, name])),
  }
}
