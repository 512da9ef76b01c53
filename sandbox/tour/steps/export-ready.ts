import { allStand, doubled } from '../bills.ts'
import { is, marks, show } from '../clouds.ts'
import { letClearcloudExport } from '../options.ts'
import type { OutletName } from '../outlets.ts'
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
    return { exported: ready.length }
  },
}

/** From here on Clearcloud exports for these outlets; what Foodrazor had exported is linked first. */
async function switchOver(world: World): Promise<void> {
  const options = await world.openOwn('options.html')
  for (const outlet of outlets) await letClearcloudExport(options, outlet)
  await world.shot('options', options)
  await options.page.close()
  await world.invoices.page.bringToFront()
}
