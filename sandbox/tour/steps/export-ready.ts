import { allStand, doubled } from '../bills.ts'
import { is, marks, search, show } from '../clouds.ts'
import type { HostInvoice } from '../host.ts'
import { letClearcloudExport } from '../options.ts'
import type { OutletName } from '../outlets.ts'
import type { Thing } from '../screen.ts'
import { type Step, same } from '../step.ts'
import type { World } from '../world.ts'

const outlets: readonly OutletName[] = ['Harbour Street Kitchen', 'Canal House Brasserie']

export const exportReady: Step = {
  name: 'export-ready',
  title: 'Export all that is ready, and find it in the ledger to the cent',
  async play(world) {
    const { invoices } = world
    await show(invoices)
    await switchOver(world)
    const ready = (await world.host.invoices()).filter(
      ({ outlet, exportStatus }) => outlets.some(name => name === outlet.name) && exportStatus === 'READY',
    )
    const count = (name: string) => Number(/\((\d+)\)/.exec(name)?.[1] ?? 0)
    const [button] = await invoices.until(
      () => invoices.all('button', /^Export all ready/),
      ([found]) => count(found?.name ?? '') >= ready.length,
      30_000,
    )
    if (!button) throw new Error('There is no button')
    await invoices.clickOn(button)
    await invoices.find('progressbar', /(?:)/)
    await world.shot('exporting')
    const doubtful = mayBeOne(ready)
    await allStand(
      world,
      ready.filter(invoice => !doubtful.includes(invoice)),
    )
    await decide(world, doubtful)
    await allStand(world, ready)
    await invoices.gone('progressbar', /(?:)/, 30_000)
    same('Bills that stand twice', doubled(await world.ledger.bills(), await world.host.invoices()), [])
    for (const outlet of outlets) {
      await show(invoices, { outlet, status: 'Ready to Export', rows: '50' })
      await invoices.until(
        () => marks(invoices),
        found => found.length > 0 && found.every(mark => is(mark, 'exported')),
        30_000,
      )
    }
    await world.shot('exported')
    return { exported: ready.length, decided: doubtful.length }
  },
}

/** Invoices of one number that are of one supplier, or come to one total: the ledger may hold them already. */
function mayBeOne(invoices: readonly HostInvoice[]): HostInvoice[] {
  return invoices.filter(one =>
    invoices.some(
      other =>
        other !== one &&
        other.outlet.id === one.outlet.id &&
        other.invoiceNo === one.invoiceNo &&
        (other.supplier.id === one.supplier.id || Number(other.total) === Number(one.total)),
    ),
  )
}

/** The first of them became a bill. Of each other both are shown, and a person says that it is one of its own. */
async function decide(world: World, doubtful: readonly HostInvoice[]): Promise<void> {
  const { invoices } = world
  for (const number of new Set(doubtful.map(({ invoiceNo }) => invoiceNo))) {
    const alike = doubtful.filter(({ invoiceNo }) => invoiceNo === number)
    await show(invoices)
    await search(invoices, number)
    // One that was compared with the first is compared with the second as well.
    for (let left = alike.length - 1; left > 0; left -= 1) {
      const red = await failing(world, alike.length)
      for (const mark of red) {
        await invoices.clickOn(mark)
        await invoices.find('button', 'Open the bill')
        await world.shot('likely-duplicate')
        await invoices.click('button', 'Export as a bill of its own')
        await invoices.page.keyboard.press('Escape')
        const isRed = (one: Thing) => one.backendNodeId === mark.backendNodeId && is(one, 'failed')
        await invoices.until(
          () => marks(invoices),
          seen => !seen.some(isRed),
        )
      }
      if (red.length === 0) break
    }
    await invoices.until(
      () => marks(invoices),
      found => found.length === alike.length && found.every(mark => is(mark, 'exported')),
      30_000,
    )
  }
  await show(invoices)
}

/** The red marks among those in sight, once none of them is on its way. */
async function failing({ invoices }: World, count: number): Promise<Thing[]> {
  const found = await invoices.until(
    () => marks(invoices),
    seen => seen.length === count && seen.every(mark => is(mark, 'exported', 'failed')),
    30_000,
  )
  return found.filter(mark => is(mark, 'failed'))
}

/** From here on Clearcloud exports for these outlets; what Foodrazor had exported is linked first. */
async function switchOver(world: World): Promise<void> {
  const options = await world.openOwn('options.html')
  for (const outlet of outlets) await letClearcloudExport(options, outlet)
  await world.shot('options', options)
  await options.page.close()
  await world.invoices.page.bringToFront()
}
