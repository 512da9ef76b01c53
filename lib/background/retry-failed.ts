import { isRetryable } from '#lib/store/summary.ts'
import type { Handler } from './app.ts'
import { saidOf } from './said.ts'
import { inScope } from './scope.ts'
import { sendInvoices } from './send-invoices.ts'

/** Sends again what was refused and what a retry may heal, within a scope. */
export const retryFailed: Handler<'retry-failed'> = async (app, scope, { tabId }) => {
  const rows = (await inScope(app.store, scope, 'failed')).filter(isRetryable)
  const ids = rows.map(row => row.id)
  return saidOf(await sendInvoices(app, ids, { tabId }))
}
