import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import { refreshOldLists } from '#lib/export/lists.ts'
import type { App } from './app.ts'
import { readDetails } from './read-details.ts'
import { sendByThemselves } from './send-invoices.ts'

/**
 * Goes on with what the last worker left when it ended between two steps: invoices that a person asked to
 * export and whose lines were still being read, or had just been read, and what sends itself.
 */
export async function takeUp(app: App): Promise<void> {
  const { store } = app
  await refreshLists(app)
  const asked = await store.invoices.where('exportWhenRead').equals(1).toArray()
  const unread = asked.filter(row => freshDetail(row) === null).map(row => row.id)
  await sendByThemselves(app, [...asked.map(row => row.id), ...(await sendingThemselves(app))])
  await readDetails(app, null, unread)
}

/** What is ready is judged by lists that are not too old. Without the server it is judged by those there are. */
async function refreshLists(app: App): Promise<void> {
  const outlets = (await app.store.outlets.toArray()).filter(
    ({ exporter, connection }) => exporter === 'clearcloud' && connection?.state === 'connected',
  )
  const client = outlets.length > 0 ? await app.connect() : null
  if (client === null) return
  for (const id of new Set(outlets.flatMap(({ connection }) => connection?.id ?? []))) {
    try {
      app.notifier.changed(await refreshOldLists(app.store, client, id, app.clock()))
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof UnreachableError)) throw error
    }
  }
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
