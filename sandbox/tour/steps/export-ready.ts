import { allStand } from '../bills.ts'
import { marks, show } from '../clouds.ts'
import { type Step, same } from '../step.ts'

const outlets = ['Harbour Street Kitchen', 'Canal House Brasserie']

export const exportReady: Step = {
  name: 'export-ready',
  title: 'Export all that is ready, and find it in the ledger to the cent',
  async play(world) {
    const { invoices } = world
    await show(invoices, {})
    const ready = (await world.host.invoices()).filter(
      ({ outlet, exportStatus }) => outlets.includes(outlet.name) && exportStatus === 'READY',
    )
    const button = await invoices.find('button', `Export all ready (${ready.length})`, 30_000)
    await invoices.clickOn(button)
    await invoices.find('progressbar', /(?:)/)
    await world.shot('exporting')
    await allStand(world, ready)
    await invoices.gone('progressbar', /(?:)/, 30_000)
    for (const outlet of outlets) {
      await show(invoices, { outlet, status: 'Ready to Export', rows: '50' })
      const seen = await invoices.until(
        () => marks(invoices),
        found => found.length > 0 && found.every(({ name }) => name.startsWith('Exported')),
        30_000,
      )
      same(
        `Clouds of ${outlet} that are not green`,
        seen.filter(({ name }) => !name.startsWith('Exported')),
        [],
      )
    }
    await world.shot('exported')
    await show(invoices, {})
    return { exported: ready.length }
  },
}
