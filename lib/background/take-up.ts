import type { InvoiceId } from '#lib/domain/ids.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import type { App } from './app.ts'
import { readDetails } from './read-details.ts'
import { sendByThemselves } from './send-invoices.ts'

/**
 * Goes on with what the last worker left when it ended between two steps: invoices that a person asked to
 * export and whose lines were still being read, or had just been read, and what sends itself.
 */
export async function takeUp(app: App): Promise<void> {
  const { store } = app
  const asked = await store.invoices.where('exportWhenRead').equals(1).toArray()
  const unread = asked.filter(row => freshDetail(row) === null).map(row => row.id)
  await sendByThemselves(app, [...asked.map(row => row.id), ...(await sendingThemselves(app))])
  await readDetails(app, null, unread)
}

async function sendingThemselves({ store }: App): Promise<InvoiceId[]> {
  const outlets = (await store.outlets.toArray()).filter(
    ({ exporter, mode }) => exporter === 'clearcloud' && mode !== 'manual',
  )
  const [ready, following] = await Promise.all([
    store.invoices
      .where('[outletId+exportable]')
      .anyOf(outlets.map(({ id }) => [id, 1]))
      .primaryKeys(),
    store.invoices.where('status').equals('exporting').primaryKeys(),
  ])
  return [...ready, ...following]
}
