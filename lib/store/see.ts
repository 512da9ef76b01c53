import type { InvoiceId, OutletId, ProductId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Outlet } from '../domain/outlet.ts'
import type { PageFacts } from '../page/page-facts.ts'
import { assessInvoices, assessOutlet, assessProducts } from './assess-invoices.ts'
import type { GroupRow, InvoiceRow, OutletRow, ProductRow } from './database.ts'
import { everyOutlet } from './mapping.ts'
import { inOneTransaction, type Store } from './open.ts'
import { relateTwins } from './relate-twins.ts'

/** What a sighting changed. */
export interface Seen {
  /** Invoices that are new or whose assessment changed. */
  changed: InvoiceId[]
  /** Invoices whose lines were read just now. */
  read: InvoiceId[]
}

/**
 * Merges what a page told into the store, in one transaction: only what changed is written, and exactly
 * the invoices concerned are assessed anew. A fresh detail stays; another revision makes it stale.
 */
export function see(store: Store, facts: PageFacts, now: Instant): Promise<Seen> {
  return inOneTransaction(store, async () => {
    const outlets = await seeOutlets(store, facts)
    await seeGroups(store, facts)
    for (const outlet of await seeAccounts(store, facts, now)) outlets.push(outlet)
    const products = await seeProducts(store, facts)
    const invoices = await seeInvoices(store, facts, now)
    await seeSuppliers(store, facts)
    const otherwise = await seeShown(store, facts, now)
    const changed = new Set<InvoiceId>(invoices.fresh)
    const twins = await relateTwins(store, invoices.likened)
    for (const id of await assessInvoices(store, [...new Set([...invoices.written, ...twins, ...otherwise])]))
      changed.add(id)
    for (const id of (await assessProducts(store, null, products)).changed) changed.add(id)
    for (const outlet of outlets) for (const id of await assessOutlet(store, outlet)) changed.add(id)
    return { changed: [...changed], read: invoices.read }
  })
}

/** Gives the outlets whose invoices must be assessed anew. Foodrazor exports until someone chose otherwise. */
async function seeOutlets(store: Store, { outlets, invoices }: PageFacts): Promise<OutletId[]> {
  const told = new Map(outlets.map(outlet => [outlet.id, outlet]))
  for (const { outletId } of invoices) {
    if (!told.has(outletId)) told.set(outletId, { id: outletId, name: outletId, currency: null, mode: null })
  }
  const named = new Set(outlets.map(outlet => outlet.id))
  const known = new Map(
    (await store.outlets.bulkGet([...told.keys()])).flatMap(row => (row ? [[row.id, row]] : [])),
  )
  const put: OutletRow[] = []
  const reassess: OutletId[] = []
  for (const { id, name, currency, mode } of told.values()) {
    const before = known.get(id)
    if (!before) {
      put.push(newOutlet({ id, name, currency, mode: mode ?? 'manual' }))
      await shareGroups(store, id)
      continue
    }
    const after = { ...before }
    if (named.has(id)) after.name = name
    if (currency !== null) after.currency = currency
    if (mode !== null && before.modeChosen !== 1) after.mode = mode
    if (after.mode !== before.mode) reassess.push(id)
    if (!same(before, after)) put.push(after)
  }
  if (put.length > 0) await store.outlets.bulkPut(put)
  return reassess
}

function newOutlet(told: Pick<Outlet, 'id' | 'name' | 'currency' | 'mode'>): OutletRow {
  return { ...told, exporter: 'foodrazor', connection: null, defaultAccount: null, tracking: null }
}

/** An outlet new to us has the groups of the whole restaurant group. */
async function shareGroups(store: Store, outletId: OutletId): Promise<void> {
  const shared = await store.groups.where('outletId').equals(everyOutlet).toArray()
  await store.groups.bulkPut(shared.map(group => ({ ...group, outletId })))
}

async function seeGroups(store: Store, { groups }: PageFacts): Promise<void> {
  if (groups.length === 0) return
  const all = [everyOutlet, ...(await store.outlets.toCollection().primaryKeys())]
  const told = groups.flatMap<GroupRow>(({ outletId, id, name }) =>
    (outletId === null ? all : [outletId]).map(outlet => ({ outletId: outlet, id, name })),
  )
  const known = await store.groups.bulkGet(told.map(row => [row.outletId, row.id]))
  const put = told.filter((row, index) => !same(row, known[index]))
  if (put.length > 0) await store.groups.bulkPut(put)
}

/** Gives the products that have another group than before. */
async function seeProducts(store: Store, { products }: PageFacts): Promise<ProductId[]> {
  const known = await store.products.bulkGet(products.map(product => product.id))
  const put: ProductRow[] = []
  const regrouped: ProductId[] = []
  for (const [index, { id, name, supplier, group }] of products.entries()) {
    const before = known[index]
    const after: ProductRow = { id, name, supplier: supplier ?? before?.supplier ?? null, pageGroup: group }
    if (same(before, after)) continue
    put.push(after)
    if (before?.pageGroup?.id !== group?.id) regrouped.push(id)
  }
  if (put.length > 0) await store.products.bulkPut(put)
  return regrouped
}

/**
 * Takes over Foodrazor's own mapping of groups to accounts, so that nobody maps them twice; what a person
 * decided stays, *no account* included. Gives the outlets whose mapping changed.
 */
async function seeAccounts(store: Store, { accounts }: PageFacts, now: Instant): Promise<OutletId[]> {
  const known = await store.groupAccounts.bulkGet(accounts.map(told => [told.outletId, told.groupId]))
  const changed = new Set<OutletId>()
  for (const [index, { outletId, groupId, account }] of accounts.entries()) {
    const before = known[index]
    if (before ? before.fromPage !== 1 || before.account === account : account === null) continue
    if (account === null) await store.groupAccounts.delete([outletId, groupId])
    else await store.groupAccounts.put({ outletId, groupId, account, at: now, fromPage: 1 })
    changed.add(outletId)
  }
  for (const outletId of new Set(accounts.map(told => told.outletId))) {
    const outlet = await store.outlets.get(outletId)
    if (outlet && outlet.accountsTold !== 1) await store.outlets.update(outletId, { accountsTold: 1 })
  }
  return [...changed]
}

async function seeSuppliers(store: Store, { invoices }: PageFacts): Promise<void> {
  const told = new Map(
    invoices.map(({ outletId, supplier }) => [`${outletId}\n${supplier.id}`, { outletId, ...supplier }]),
  )
  const rows = [...told.values()]
  const known = await store.suppliers.bulkGet(rows.map(row => [row.outletId, row.id]))
  const put = rows
    .map((row, index) => ({ before: known[index], after: { ...known[index], ...row } }))
    .filter(({ before, after }) => !same(before, after))
    .map(({ after }) => after)
  if (put.length > 0) await store.suppliers.bulkPut(put)
}

async function seeInvoices(store: Store, facts: PageFacts, now: Instant) {
  const told = new Map(facts.invoices.map(invoice => [invoice.id, invoice]))
  const details = new Map(facts.details.map(detail => [detail.invoiceId, detail]))
  const ids = [...new Set([...told.keys(), ...details.keys()])]
  const known = await store.invoices.bulkGet(ids)
  const put: InvoiceRow[] = []
  const likened: InvoiceRow[] = []
  const fresh: InvoiceId[] = []
  const read: InvoiceId[] = []
  for (const [index, id] of ids.entries()) {
    const before = known[index]
    const list = told.get(id)
    const base = before ?? (list && unseen({ ...list, detail: null, detailRevision: null, seenAt: now }))
    // Lines of an invoice that no list named: nothing tells whose they are.
    if (!base) continue
    const detail = details.get(id)
    const after: InvoiceRow = {
      ...base,
      ...list,
      // What one answer of the page tells of the supplier another may leave out.
      ...(list && {
        supplier: { ...(before?.supplier.id === list.supplier.id ? before.supplier : {}), ...list.supplier },
      }),
      ...(detail && { detail: detail.detail, detailRevision: detail.revision }),
    }
    if (before && same(before, after)) continue
    put.push({ ...after, seenAt: now })
    if (!before || tellsApart(before) !== tellsApart(after)) likened.push({ ...after, seenAt: now })
    if (!before) fresh.push(id)
    if (detail) read.push(id)
  }
  if (put.length > 0) await store.invoices.bulkPut(put)
  return { written: put.map(row => row.id), fresh, read, likened }
}

/** What the list showed otherwise than the page's data: kept with its time until they agree. Gives what changed. */
async function seeShown(store: Store, { rows }: PageFacts, now: Instant): Promise<InvoiceId[]> {
  const told = new Map(rows.map(({ invoiceId, otherwise }) => [invoiceId, otherwise]))
  const known = (await store.invoices.bulkGet([...told.keys()])).flatMap(row => row ?? [])
  const put: InvoiceRow[] = []
  for (const { shown: before, ...row } of known) {
    const otherwise = told.get(row.id)
    if (same(before, otherwise && { ...otherwise, at: before?.at })) continue
    put.push(otherwise ? { ...row, shown: { ...otherwise, at: now } } : row)
  }
  if (put.length > 0) await store.invoices.bulkPut(put)
  return put.map(({ id }) => id)
}

/** What decides which invoices are its likely twins. */
function tellsApart({ number, supplier, date, total, currency, detail }: InvoiceRow): string {
  return JSON.stringify([number, supplier.id, date, total, currency, detail?.document === 'credit-note'])
}

/** A row before its first assessment, which follows in the same transaction. */
function unseen(
  invoice: Omit<InvoiceRow, 'productIds' | 'groupIds' | 'status' | 'assessment' | 'exportWhenRead'>,
): InvoiceRow {
  return {
    ...invoice,
    productIds: [],
    groupIds: [],
    status: 'not-recognised',
    assessment: { status: 'not-recognised', reasons: [{ kind: 'page-says', cloud: 'unknown' }], fixes: [] },
    exportWhenRead: 0,
  }
}

/** Equal as data, whatever the order of the keys. */
function same(a: object | undefined, b: object | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const key of keys) {
    const left = Reflect.get(a, key)
    const right = Reflect.get(b, key)
    if (left !== right && JSON.stringify(left) !== JSON.stringify(right)) return false
  }
  return true
}
