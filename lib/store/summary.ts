import { Status } from '../domain/assessment.ts'
import type { OutletId } from '../domain/ids.ts'
import type { Summary } from '../messages.ts'
import type { InvoiceRow } from './database.ts'
import type { Store } from './open.ts'
import { readProgress } from './progress.ts'
import { readSetting } from './settings.ts'

/** Counts by index over the invoices of these outlets (null: all), derived anew each time, never kept. */
export async function summarise(store: Store, outletIds: readonly OutletId[] | null): Promise<Summary> {
  const outlets = outletIds ?? (await store.outlets.toCollection().primaryKeys())
  const counts: Summary['counts'] = {}
  await Promise.all(
    Status.options.map(async status => {
      const count = await countOf(store, '[outletId+status]', outlets, status)
      if (count > 0) counts[status] = count
    }),
  )
  const [missing, failed, exportable, progress, banner] = await Promise.all([
    withStatus(store, outlets, 'missing-product-group'),
    withStatus(store, outlets, 'failed'),
    countOf(store, '[outletId+exportable]', outlets, 1),
    readProgress(store),
    readBanner(store),
  ])
  return {
    counts,
    unassigned: new Set(missing.flatMap(productsWithoutGroup)).size,
    exportable,
    retryable: failed.filter(isRetryable).length,
    progress,
    banner,
  }
}

/** Whether *Retry failed* takes it along: Clearcloud's own exports that a retry may heal. */
export function isRetryable(row: InvoiceRow): boolean {
  return row.assessment.fixes.some(fix => fix.kind === 'retry')
}

/** The one banner to show: the trouble that keeps most from working. */
export async function readBanner(store: Store): Promise<Summary['banner']> {
  const [troubles, session, outlets] = await Promise.all([
    readSetting(store, 'banner'),
    readSetting(store, 'session'),
    store.outlets.toArray(),
  ])
  const ours = outlets.filter(outlet => outlet.exporter === 'clearcloud')
  if (troubles.includes('storage-full')) return 'storage-full'
  if (troubles.includes('not-signed-in') || (session === null && ours.length > 0)) return 'not-signed-in'
  if (ours.some(outlet => outlet.connection?.state === 'expired')) return 'reconnect'
  return troubles.includes('server-unreachable') ? 'server-unreachable' : 'none'
}

/** One look-up an outlet: counted by the index itself, where a query over many keys would step row by row. */
async function countOf(
  store: Store,
  index: '[outletId+status]' | '[outletId+exportable]',
  outlets: readonly OutletId[],
  value: Status | 1,
): Promise<number> {
  const counts = await Promise.all(
    outlets.map(outlet => store.invoices.where(index).equals([outlet, value]).count()),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The invoices of these outlets that have a status. */
export async function withStatus(
  store: Store,
  outlets: readonly OutletId[],
  status: Status,
): Promise<InvoiceRow[]> {
  const rows = await Promise.all(
    outlets.map(outlet => store.invoices.where('[outletId+status]').equals([outlet, status]).toArray()),
  )
  return rows.flat()
}

function productsWithoutGroup(row: InvoiceRow) {
  return row.assessment.reasons.flatMap(reason =>
    reason.kind === 'products-without-group' ? reason.products.map(product => product.id) : [],
  )
}
