import { allStand } from '../bills.ts'
import { is, marks, show } from '../clouds.ts'
import type { Step } from '../step.ts'

const outlets = ['Harbour Street Kitchen', 'Canal House Brasserie']

export const exportReady: Step = {
  name: 'export-ready',
  title: 'Export all that is ready, and find it in the ledger to the cent',
  async play(world) {
    const { invoices } = world
    await show(invoices)
    const ready = (await world.host.invoices()).filter(
      ({ outlet, exportStatus }) => outlets.includes(outlet.name) && exportStatus === 'READY',
    )
    await invoices.click('button', `Export all ready (${ready.length})`, 30_000)
    await invoices.find('progressbar', /(?:)/)
    await world.shot('exporting')
    await allStand(world, ready)
    await invoices.gone('progressbar', /(?:)/, 30_000)
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
