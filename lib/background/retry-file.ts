import type { InvoiceId } from '#lib/domain/ids.ts'
import { wantFile } from '#lib/export/send-files.ts'
import type { Outcome } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import type { App } from './app.ts'
import { Refusal } from './refusal.ts'

/** Puts an invoice's file beside its bill once more; the bill itself stays as it is. */
export async function retryFile(app: App, invoiceId: InvoiceId): Promise<Outcome> {
  const row = await app.store.exports.get(invoiceId)
  if (row?.record.state !== 'posted') throw new Refusal(say('refused.no-bill-to-attach'))
  await wantFile(app.store, { ...row, updatedAt: app.clock() })
  void app.engine.wake()
  return { ok: true, said: say('did.attaching') }
}
