import type { InvoiceId } from '#lib/domain/ids.ts'
import { freshDetail } from '#lib/domain/invoice.ts'
import { linkBills } from '#lib/export/link-bills.ts'
import type { PageAnswer, PageSeen } from '#lib/messages.ts'
import { isMadeOfRow } from '#lib/page/invoice-of-row.ts'
import type { PageFacts } from '#lib/page/page-facts.ts'
import type { Feature, Profile } from '#lib/page/profile.ts'
import { factsOfTables } from '#lib/page/tables/facts-of-tables.ts'
import { assessedInvoices } from '#lib/store/assessed.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import { needsLinkCheck } from '#lib/store/link-check.ts'
import { see } from '#lib/store/see.ts'
import { setTrouble } from '#lib/store/trouble.ts'
import type { App, Handler } from './app.ts'
import { sendByThemselves } from './send-invoices.ts'

/** A list may be longer than anybody reads: the lines of the rest are read once their rows are in sight. */
const mostTold = 200

/** What a page showed: stored, assessed, answered; what became ready by it goes by itself where it should. */
export const pageSeen: Handler<'page-seen'> = async (app, seen) => {
  const { store } = app
  const page = await app.page()
  const { profile, off } = await app.profile()
  const answers = off.has('feed') ? [] : seen.answers
  const facts = withTables(
    page.read({ ...seen, answers }, await known(app, seen)),
    await tablesTold(app, seen, profile),
  )
  const { changed, read } = await see(store, facts, app.clock())
  const roomAgain = await setTrouble(store, 'storage-full', false)
  if (roomAgain || changed.length > 0) app.notifier.changed(changed)
  const ids = facts.rows.map(row => row.invoiceId)
  const aside = new Set(seen.rows.filter(row => row.aside).map(({ key }) => key))
  const inSight = facts.rows.filter(({ key }) => !aside.has(key))
  const shown = await assessedInvoices(store, [...new Set(inSight.map(row => row.invoiceId))])
  const invoices = new Map(shown.map(item => [item.id, item]))
  const rows = inSight.flatMap<PageAnswer['rows'][number]>(({ key, invoiceId }) => {
    const invoice = invoices.get(invoiceId)
    return invoice ? [{ key, invoice }] : []
  })
  // The page waits for its answer, not for what the server may have to say.
  goOn(app, changed, read).catch(app.onError)
  return {
    rows,
    isFed: await isFed(app, [...invoices.keys()]),
    unread: asksNothing(off) ? [] : await unread(app, [...ids, ...told(facts)]),
    alsoRead: asksNothing(off) ? [] : await mappings(app),
    problem: facts.refusals[0] ?? null,
  }
}

/** Whether the page's own answers told all there is to know of invoices, and not what its rows show. */
async function isFed({ store }: App, ids: readonly InvoiceId[]): Promise<boolean> {
  const rows = await store.invoices.bulkGet([...ids])
  return rows.every(row => row && !isMadeOfRow(row.id) && row.cloud !== 'unknown')
}

/** What a page tells that is no list of invoices; null where this is none. */
async function tablesTold({ store }: App, seen: PageSeen, profile: Profile) {
  if (!seen.tables) return null
  const [outlets, products, groups, invoices] = await Promise.all([
    store.outlets.toArray(),
    store.products.toArray(),
    store.groups.toArray(),
    store.invoices.where('number').anyOf(seen.tables.headings).toArray(),
  ])
  return factsOfTables(seen.tables, { outlets, products, groups, invoices }, profile.tables, seen.language)
}

/** What is shown came after what was loaded: it counts where both tell of the same thing. */
function withTables(facts: PageFacts, told: Awaited<ReturnType<typeof tablesTold>>): PageFacts {
  if (!told) return facts
  return {
    ...facts,
    products: [...facts.products, ...told.products],
    accounts: [...facts.accounts, ...told.accounts],
    outlets: [...facts.outlets, ...told.outlets],
    invoices: [...facts.invoices, ...told.invoices],
    details: [...facts.details, ...told.details],
  }
}

/**
 * Invoices that were told of without a row in sight: by a list that is longer than what the page shows of it, or by
 * the page of an invoice that shows other lines than were read.
 */
function told({ invoices }: PageFacts): InvoiceId[] {
  return invoices.slice(0, mostTold).map(({ id }) => id)
}

/** An answer that would not be read is not asked for either. */
function asksNothing(off: ReadonlySet<Feature>): boolean {
  return off.has('detail-requests') || off.has('feed')
}

/** Only the invoices whose numbers the page shows: matching must not cost a walk over all that is known. */
async function known({ store }: App, seen: PageSeen) {
  const numbers = [...new Set(seen.rows.map(row => row.number.trim()))]
  const [outlets, invoices] = await Promise.all([
    store.outlets.toArray(),
    store.invoices.where('number').anyOf(numbers).toArray(),
  ])
  return { outlets, invoices }
}

/** Completed invoices of the page whose lines are not known, yellow ones first, then in the page's order. */
async function unread(app: App, ids: readonly InvoiceId[]): Promise<PageAnswer['unread']> {
  const page = await app.page()
  const rows = (await app.store.invoices.bulkGet([...new Set(ids)])).filter(row => row !== undefined)
  const stale = rows.filter(row => row.completed && freshDetail(row) === null)
  const yellow = (row: InvoiceRow) => (row.cloud === 'missing-product-group' ? 0 : 1)
  return stale
    .sort((a, b) => yellow(a) - yellow(b))
    .flatMap(row => {
      const url = page.detailUrl(row)
      return url === null ? [] : [{ invoiceId: row.id, url }]
    })
}

/** Where Foodrazor's own mapping stands: it explains its yellow clouds, and is taken over by ours. */
async function mappings(app: App): Promise<string[]> {
  const page = await app.page()
  const outlets = await app.store.outlets.toArray()
  return outlets
    .filter(outlet => outlet.exporter === 'foodrazor' || outlet.accountsTold !== 1)
    .map(outlet => page.integrationUrl(outlet.id))
}

async function goOn(app: App, changed: readonly InvoiceId[], read: readonly InvoiceId[]): Promise<void> {
  try {
    await linkStanding(app, read)
  } finally {
    // That the ledger cannot be asked about some of them just now is no reason to hold the others back.
    await sendByThemselves(app, [...new Set([...changed, ...read])])
  }
}

/** Bills that Foodrazor made in outlets switched to us: linked as soon as their lines are known. */
async function linkStanding(app: App, read: readonly InvoiceId[]): Promise<void> {
  const rows = (await app.store.invoices.bulkGet([...read])).filter(row => row !== undefined)
  const records = await app.store.exports.bulkGet(rows.map(row => row.id))
  const outlets = new Map((await app.store.outlets.toArray()).map(outlet => [outlet.id, outlet]))
  const ask = rows.filter((row, index) => {
    const outlet = outlets.get(row.outletId)
    return outlet?.connection && needsLinkCheck(row, outlet, records[index])
  })
  const client = ask.length > 0 ? await app.connect() : null
  if (client === null) return
  for (const [outletId, own] of Map.groupBy(ask, row => row.outletId)) {
    const among = own.map(row => row.id)
    const { changed } = await linkBills(app.store, client, outletId, app.clock(), among)
    app.notifier.changed(changed)
  }
}
