import { wouldFail } from '#lib/domain/ready.ts'
import { needsLinkCheck } from '#lib/store/link-check.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { saidOf } from './said.ts'
import { inScope } from './scope.ts'
import { sendInvoices } from './send-invoices.ts'

/**
 * Exports all that is ready in a scope, in the outlets that Clearcloud exports. What Foodrazor says it
 * exported goes only after the ledger was asked; sendInvoices sees to that. What the ledger would refuse
 * stays, with its reason.
 */
export const exportReady: Handler<'export-ready'> = async (app, scope, { tabId }) => {
  const { store } = app
  const rows = await inScope(store, scope, 'ready')
  const outlets = new Map((await store.outlets.toArray()).map(outlet => [outlet.id, outlet]))
  const records = await store.exports.bulkGet(rows.map(row => row.id))
  const ours = rows.filter(row => outlets.get(row.outletId)?.exporter === 'clearcloud')
  const connected = ours.filter(row => outlets.get(row.outletId)?.connection)
  if (rows.length > 0 && ours.length === 0) {
    throw new Refusal(say('refused.foodrazor-exports'))
  }
  if (ours.length > 0 && connected.length === 0) throw new Refusal(say('refused.connect-the-outlet'))
  const unchecked = new Set(
    rows.filter((row, index) => {
      const outlet = outlets.get(row.outletId)
      return outlet && needsLinkCheck(row, outlet, records[index])
    }),
  )
  const ids = connected.filter(row => !unchecked.has(row) && !wouldFail(row.assessment)).map(row => row.id)
  if (ids.length === 0 && connected.some(row => wouldFail(row.assessment)))
    throw new Refusal(say('refused.all-would-fail'))
  return saidOf(await sendInvoices(app, ids, { tabId }))
}
