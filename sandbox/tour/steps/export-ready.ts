import { billsOf, doubled } from '../bills.ts'
import { is, marks, show } from '../clouds.ts'
import { exportAll } from '../export-all.ts'
import type { LedgerBill } from '../ledger.ts'
import { allDecided } from '../likely-duplicates.ts'
import { saysNoDrafts, toldAfter, toldBefore } from '../no-drafts.ts'
import { letClearcloudExport } from '../options.ts'
import { booksOf, type OutletName } from '../outlets.ts'
import { type Step, same } from '../step.ts'
import type { World } from '../world.ts'

const outlets: readonly OutletName[] = ['Canal House Brasserie', 'Orchard Noodle House']
/** What a new bill of ours is in each ledger: QuickBooks has no drafts, and says so before and after. */
const stateIn = { xero: 'DRAFT', quickbooks: 'OPEN' }

export const exportReady: Step = {
  name: 'export-ready',
  title: 'Export all that is ready, and find it in both ledgers to the cent',
  async play(world) {
    const { invoices } = world
    await show(invoices)
    await switchOver(world)
    await toldBefore(world)
    // All was shown once, so all is known: what is sent does not depend on how many rows stand there now.
    await show(invoices, { rows: '50' })
    const ready = await exportAll(world, outlets)
    await invoices.find('progressbar', /(?:)/)
    await world.shot('exporting')
    const decided = await allDecided(world, ready)
    await invoices.gone('progressbar', /(?:)/, 30_000)
    const bills = await world.ledger.bills()
    same('Bills that stand twice', doubled(bills, await world.host.invoices()), [])
    const made = ready.flatMap(invoice => billsOf(bills, invoice))
    const astray = made.filter(({ ledger, status }) => status !== stateIn[ledger])
    same('Bills in another state', astray, [])
    for (const outlet of outlets) {
      await show(invoices, { outlet, status: 'Ready to Export', rows: '50' })
      await invoices.until(
        () => marks(invoices),
        found => found.length > 0 && found.every(mark => is(mark, 'exported')),
        30_000,
      )
      if (booksOf[outlet].ledger === 'QuickBooks') await toldAfter(invoices)
    }
    await world.shot('exported')
    await seeOpenBill(world, made)
    const of = (ledger: string) => made.filter(bill => bill.ledger === ledger).length
    return {
      exported: ready.length,
      xero: of('xero'),
      quickbooks: of('quickbooks'),
      decided,
    }
  },
}

/** A person opens one of the bills in QuickBooks itself: it is posted, to be paid, and there is nothing to approve. */
async function seeOpenBill(world: World, bills: readonly LedgerBill[]): Promise<void> {
  const bill = bills.find(({ ledger }) => ledger === 'quickbooks')
  if (!bill) throw new Error('There is no bill in QuickBooks')
  const page = await world.open(bill.url)
  await page.find('button', 'Pay')
  await page.find('StaticText', 'Open')
  same('What could be approved', await page.all('button', 'Approve'), [])
  await world.shot('ledger-quickbooks', page)
  await page.page.close()
  await world.invoices.page.bringToFront()
}

/** From here on Clearcloud exports for these outlets; what Foodrazor had exported is linked first. */
async function switchOver(world: World): Promise<void> {
  const options = await world.openOwn('options.html')
  for (const outlet of outlets) {
    const said = await letClearcloudExport(options, outlet)
    if (booksOf[outlet].ledger === 'QuickBooks') saysNoDrafts(said)
  }
  await world.shot('options', options)
  await options.page.close()
  await world.invoices.page.bringToFront()
}
