import Dexie from 'dexie'
import { assess } from '../domain/assess.ts'
import type { Status } from '../domain/assessment.ts'
import type { GroupId, InvoiceId, OutletId, ProductId, SupplierId } from '../domain/ids.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import type { Twin } from '../domain/likeness.ts'
import type { Mapping } from '../domain/mapping.ts'
import { wouldFail } from '../domain/ready.ts'
import type { ExportRow, InvoiceRow, OutletRow } from './database.ts'
import { mayStand, needsLinkCheck } from './link-check.ts'
import { loadMapping } from './mapping.ts'
import type { Store } from './open.ts'
import { standsIn } from './record-export.ts'
import { storedLists } from './stored-lists.ts'

/** What the store derives of an invoice: all that a new fact may change in its row. */
type Derived = Pick<InvoiceRow, 'productIds' | 'groupIds' | 'status' | 'assessment' | 'exportable'>

/** The invoices that a change of the mapping touches, and those of them whose assessment it changed. */
export interface Touched {
  concerned: InvoiceId[]
  changed: InvoiceId[]
}

/** Assesses anew the invoices of an outlet (null: of all) that hold one of these products. */
export async function assessProducts(
  store: Store,
  outletId: OutletId | null,
  productIds: readonly ProductId[],
): Promise<Touched> {
  const rows = await holding(store, 'productIds', productIds)
  return touch(
    store,
    rows.filter(row => outletId === null || row.outletId === outletId),
  )
}

/** Assesses anew the invoices of an outlet whose products have one of these groups. */
export async function assessGroups(
  store: Store,
  outletId: OutletId,
  groupIds: readonly GroupId[],
): Promise<Touched> {
  const rows = await holding(store, 'groupIds', groupIds)
  return touch(
    store,
    rows.filter(row => row.outletId === outletId),
  )
}

/** Assesses anew the invoices of an outlet that are of one of these suppliers. */
export async function assessSuppliers(
  store: Store,
  outletId: OutletId,
  supplierIds: readonly SupplierId[],
): Promise<Touched> {
  const found = await Promise.all(
    supplierIds.map(id =>
      store.invoices
        .where('[outletId+supplier.id+date]')
        .between([outletId, id, Dexie.minKey], [outletId, id, Dexie.maxKey])
        .toArray(),
    ),
  )
  return touch(store, found.flat())
}

/** Each invoice once. One look-up a key reads its rows at once; a query over many keys would step row by row. */
async function holding(
  store: Store,
  index: 'productIds' | 'groupIds',
  keys: readonly string[],
): Promise<InvoiceRow[]> {
  const found = await Promise.all(keys.map(key => store.invoices.where(index).equals(key).toArray()))
  return [...new Map(found.flat().map(row => [row.id, row])).values()]
}

async function touch(store: Store, rows: readonly InvoiceRow[]): Promise<Touched> {
  return { concerned: rows.map(row => row.id), changed: await assessRows(store, rows) }
}

/** Assesses every invoice of an outlet: its mode, its exporter or its connection changed. */
export async function assessOutlet(store: Store, outletId: OutletId): Promise<InvoiceId[]> {
  return assessRows(store, await store.invoices.where('outletId').equals(outletId).toArray())
}

/** Assesses exactly these invoices; ids that are not known are passed over. */
export async function assessInvoices(store: Store, ids: readonly InvoiceId[]): Promise<InvoiceId[]> {
  const rows = await store.invoices.bulkGet([...ids])
  return assessRows(
    store,
    rows.filter(row => row !== undefined),
  )
}

/**
 * Assesses these rows and writes those whose conclusion changed. To be called within the transaction that
 * changed a fact, so that a fact and its conclusion are never seen apart. Gives the ids written.
 */
export async function assessRows(store: Store, rows: readonly InvoiceRow[]): Promise<InvoiceId[]> {
  const changed: InvoiceRow[] = []
  const told: InvoiceId[] = []
  for (const [outletId, own] of Map.groupBy(rows, row => row.outletId)) {
    const outlet = await store.outlets.get(outletId)
    if (!outlet) continue
    const productIds = [...new Set(own.flatMap(row => productsOf(row)))]
    const mapping = await loadMapping(store, outletId, productIds)
    const records = await store.exports.bulkGet(own.map(row => row.id))
    const judging = outlet.exporter === 'clearcloud' ? outlet.connection : null
    const lists = judging ? await storedLists(store, judging.id) : undefined
    const twinsOf = await loadTwins(store, own)
    for (const [index, row] of own.entries()) {
      const known = { outlet, mapping, lists, twins: twinsOf(row), record: records[index] }
      const derived = derive(row, known)
      if (!differs(row, derived)) continue
      changed.push({ ...row, ...derived })
      if (isInBooks(row.status) !== isInBooks(derived.status)) told.push(...(row.twinIds ?? []))
    }
  }
  if (changed.length > 0) await store.invoices.bulkPut(changed)
  const again = told.length > 0 ? await assessInvoices(store, told) : []
  return [...new Set([...changed.map(row => row.id), ...again])]
}

/** The likely twins of each of these invoices; those that are in the books are told so. */
async function loadTwins(store: Store, rows: readonly InvoiceRow[]): Promise<(row: InvoiceRow) => Twin[]> {
  const ids = [...new Set(rows.flatMap(row => row.twinIds ?? []))]
  if (ids.length === 0) return () => []
  const [invoices, records] = await Promise.all([store.invoices.bulkGet(ids), store.exports.bulkGet(ids)])
  const twins = new Map<InvoiceId, Twin>()
  for (const [index, invoice] of invoices.entries()) {
    const inBooks = records[index]?.state === 'posted' || (invoice !== undefined && isInBooks(invoice.status))
    if (invoice) twins.set(invoice.id, { invoice, inBooks })
  }
  return row => (row.twinIds ?? []).flatMap(id => twins.get(id) ?? [])
}

function isInBooks(status: Status): boolean {
  return status === 'exported'
}

/** What an invoice is judged by, beside itself. */
interface Known {
  outlet: OutletRow
  mapping: Mapping
  lists: LedgerLists | undefined
  twins: readonly Twin[]
  record: ExportRow | undefined
}

/** The conclusions of one invoice. Its products and groups stay indexed while its lines are stale. */
function derive(invoice: InvoiceRow, { outlet, mapping, lists, twins, record }: Known): Derived {
  const assessment = assess({
    invoice,
    outlet,
    mapping,
    lists,
    twins,
    export: record?.record ?? null,
    corrections: standsIn(record)?.corrections,
    mayStand: mayStand(invoice, record),
  })
  const products = (invoice.detail?.lines ?? []).flatMap(line => line.product ?? [])
  const groups = products.flatMap(product => (mapping.groupOf(product.id) ?? product.group)?.id ?? [])
  const ours = outlet.exporter === 'clearcloud' && outlet.connection !== null
  const goes = assessment.status === 'ready' && ours && !wouldFail(assessment)
  return {
    productIds: [...new Set(products.map(product => product.id))],
    groupIds: [...new Set(groups)],
    status: assessment.status,
    assessment,
    exportable: goes && !needsLinkCheck(invoice, outlet, record) ? 1 : 0,
  }
}

function productsOf(row: InvoiceRow): ProductId[] {
  return (row.detail?.lines ?? []).flatMap(line => line.product?.id ?? [])
}

function differs(row: InvoiceRow, derived: Derived): boolean {
  return (Object.keys(derived) as (keyof Derived)[]).some(
    key => JSON.stringify(row[key]) !== JSON.stringify(derived[key]),
  )
}
