import { allStand, doubled } from '../bills.ts'
import { is, marks, show } from '../clouds.ts'
import { exportAll } from '../export-all.ts'
import { killWorker } from '../kill-worker.ts'
import { letClearcloudExport } from '../options.ts'
import { type Step, same } from '../step.ts'

const outlet = 'Harbour Street Kitchen'

export const survive: Step = {
  name: 'survive',
  title: 'Kill the worker amid an export of a hundred, and lose an answer: a bill each, none twice',
  async play(world) {
    const { invoices, ledger } = world
    const { xero } = ledger
    const options = await world.openOwn('options.html')
    await letClearcloudExport(options, outlet)
    await options.page.close()
    await invoices.page.bringToFront()
    await show(invoices, { outlet, rows: '50' })
    const lost = { kind: 'drop-after-commit' }
    await xero.plan({ match: { method: 'PUT', path: '/Invoices$' }, times: 1, fault: lost })
    const ready = await exportAll(world, [outlet], outlet)
    if (ready.length < 100) throw new Error(`Only ${ready.length} invoices are ready`)
    await invoices.until(
      async () => (await xero.bills()).filter(bill => bill.link?.includes(`/${ready[0]?.outlet.id}/`)).length,
      made => made > 0,
      60_000,
    )
    await killWorker(invoices.page)
    await allStand(world, ready, 100_000)
    await show(invoices, { outlet, status: 'Ready to Export', rows: '50' })
    await invoices.until(
      () => marks(invoices),
      found => found.length > 0 && found.every(mark => is(mark, 'exported')),
      60_000,
    )
    await world.shot('survived')
    same('Answers that were to be lost and were not', await xero.faultsLeft(lost.kind), 0)
    same('Bills that stand twice', doubled(await ledger.bills(), await world.host.invoices()), [])
    return { bills: ready.length }
  },
}
